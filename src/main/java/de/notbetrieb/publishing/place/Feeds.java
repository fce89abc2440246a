package de.notbetrieb.publishing.place;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings an edition to a place, whichever way. */
final class Feeds {
  private static final Logger LOG = LoggerFactory.getLogger(Feeds.class);

  private final Path data;

  /**
   * @param data the data directory, into which no place may be laid
   */
  Feeds(Path data) {
    this.data = data.toAbsolutePath().normalize();
  }

  /**
   * Does it; a second time there is nothing to do.
   *
   * @param all sends every file anew
   * @return how many files were sent
   */
  int bring(Upload upload, Optional<String> secret, Cargo cargo, boolean all) throws NotFed {
    if (upload.needsSecret() && secret.isEmpty()) {
      throw new NotFed(Finding.What.NO_SECRET);
    }
    try {
      return switch (upload.way()) {
        case FOLDER -> toFolder(Path.of(upload.location()), cargo, all);
        case ZIP -> toZip(Path.of(upload.location()), cargo);
        case SFTP -> {
          try (FolderTarget target = SftpTarget.open(upload, secret.orElseThrow())) {
            yield new FolderFeed(target, name(upload), cargo).run(all);
          }
        }
        case WEBDAV -> {
          try (WebDavTarget target = new WebDavTarget(upload, secret)) {
            target.open();
            yield new FolderFeed(target, name(upload), cargo).run(all);
          }
        }
        case S3 -> {
          try (BucketFeed feed = new BucketFeed(upload, secret.orElseThrow(), cargo)) {
            yield feed.run(all);
          }
        }
        case MASTODON -> throw new IllegalArgumentException("an account holds no files");
      };
    } catch (FileSystemException e) {
      throw new NotFed(e, Finding.What.NOT_WRITABLE);
    } catch (IOException e) {
      LOG.info("an upload broke off: {}", e.getMessage());
      throw new NotFed(e, Finding.What.BROKE_OFF);
    }
  }

  private static String name(Upload upload) {
    return Upload.names(java.net.URI.create(upload.location()).getPath()).getLast();
  }

  private int toFolder(Path folder, Cargo cargo, boolean all) throws IOException, NotFed {
    requireOutside(folder);
    Path above = Optional.ofNullable(folder.getParent()).orElseThrow();
    try (FolderTarget target = new LocalTarget(above)) {
      return new FolderFeed(target, String.valueOf(folder.getFileName()), cargo).run(all);
    }
  }

  /** One file, written beside and renamed. */
  private int toZip(Path file, Cargo cargo) throws IOException, NotFed {
    requireOutside(file);
    byte[] zip = cargo.zip();
    Path beside = file.resolveSibling(file.getFileName() + ".neu");
    Files.write(
        beside,
        zip,
        StandardOpenOption.CREATE,
        StandardOpenOption.TRUNCATE_EXISTING,
        StandardOpenOption.WRITE,
        StandardOpenOption.SYNC);
    cargo.requireWanted();
    Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    return 1;
  }

  private void requireOutside(Path target) throws NotFed {
    Path place = target.toAbsolutePath().normalize();
    if (place.startsWith(data) || data.startsWith(place)) {
      throw new NotFed(Finding.What.WITHIN_DATA);
    }
  }
}
