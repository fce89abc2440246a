package de.notbetrieb.publishing.place;

import de.notbetrieb.edition.EditionPackage;
import de.notbetrieb.edition.PublicFile;
import de.notbetrieb.platform.Damage;
import de.notbetrieb.platform.Sha256;
import de.notbetrieb.platform.Sha256Sums;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Brings an edition into a bucket: every edition gets a folder of its own that is never changed, and
 * one small page at the top says which one holds. That page is replaced in one step; so whoever
 * comes gets the old edition or the new one. The edition before stays until the next, for those who
 * are still reading it.
 */
final class BucketFeed implements AutoCloseable {
  private static final String MARK = "ausgabe-";
  private static final Pattern FOLDER =
      Pattern.compile(MARK + "([1-9]\\d{0,8})-([0-9a-f]{8})(?:-neu)?");
  private static final Duration CONNECT = Duration.ofSeconds(15);
  private static final Duration ANSWER = Duration.ofSeconds(60);
  private static final int MOST_LIST_BYTES = 8 << 20;

  private final S3Client client;
  private final String bucket;
  private final String prefix;
  private final Cargo cargo;

  BucketFeed(Upload upload, String secret, Cargo cargo) {
    URI location = URI.create(upload.location());
    List<String> names = Upload.names(location.getPath());
    this.bucket = names.getFirst();
    this.prefix =
        names.subList(1, names.size()).stream()
            .map(name -> name + "/")
            .collect(Collectors.joining());
    this.cargo = cargo;
    this.client =
        S3Client.builder()
            .endpointOverride(location.resolve("/"))
            .region(Region.of(upload.region().isEmpty() ? "us-east-1" : upload.region()))
            .credentialsProvider(
                StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(upload.account(), secret)))
            .forcePathStyle(true)
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
            .httpClientBuilder(
                UrlConnectionHttpClient.builder().connectionTimeout(CONNECT).socketTimeout(ANSWER))
            .build();
  }

  /**
   * Does it.
   *
   * @param all sends every file anew and leans on nothing that lies there
   * @return how many files were sent
   */
  int run(boolean all) throws IOException, NotFed {
    try {
      return bring(all);
    } catch (S3Exception e) {
      throw switch (e.statusCode()) {
        case 401, 403 -> new NotFed(e, Finding.What.SIGN_IN);
        case 404 -> new NotFed(e, Finding.What.NOT_FOUND);
        default -> new NotFed(e, Finding.What.OTHER_STATUS, String.valueOf(e.statusCode()));
      };
    } catch (SdkClientException e) {
      throw new IOException("s3: " + e.getMessage(), e);
    } catch (SdkException e) {
      throw new NotFed(e, Finding.What.BROKE_OFF);
    }
  }

  private int bring(boolean all) throws NotFed {
    Optional<String> current = current();
    if (!all && current.filter(this::isComplete).isPresent()) {
      tidy(current.get());
      return 0;
    }
    String folder = MARK + cargo.name();
    if (current.filter(folder::equals).isPresent()) {
      folder += "-neu";
    }
    int sent = fill(folder, current.filter(_ -> !all), all);
    cargo.requireWanted();
    put(Pointer.FILE, new Pointer(cargo.townName(), folder).page());
    tidy(folder);
    return sent;
  }

  private Optional<String> current() throws NotFed {
    Optional<byte[]> page = get(Pointer.FILE);
    Optional<String> folder = page.flatMap(Pointer::folder);
    if (page.isPresent() && folder.isEmpty()) {
      throw new NotFed(Finding.What.NOT_OURS, prefix + Pointer.FILE);
    }
    return folder;
  }

  private boolean isComplete(String folder) {
    return list(folder).filter(text -> text.equals(cargo.sums().text())).isPresent()
        && get(folder + "/" + EditionPackage.SIGNATURE).filter(cargo::isSigned).isPresent();
  }

  private Optional<String> list(String folder) {
    return get(folder + "/" + Sha256Sums.FILE_NAME)
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  private int fill(String folder, Optional<String> current, boolean all) throws NotFed {
    Map<String, Long> there = all ? Map.of() : sizes(folder + "/");
    Optional<Sha256Sums> old = current.flatMap(this::sums);
    Map<String, Long> oldSizes = old.isEmpty() ? Map.of() : sizes(current.orElseThrow() + "/");
    int sent = 0;
    for (PublicFile file : cargo.inOrder()) {
      cargo.requireTime();
      String path = file.path();
      long size = file.bytes().length;
      if (there.getOrDefault(path, -1L) == size && isSame(folder, file)) {
        continue;
      }
      Optional<String> hash = cargo.sums().of(path);
      boolean unchanged =
          hash.isPresent()
              && old.flatMap(sums -> sums.of(path)).equals(hash)
              && oldSizes.getOrDefault(path, -1L) == size;
      if (unchanged) {
        again(current.orElseThrow() + "/" + path, folder + "/" + path);
      } else {
        put(folder + "/" + path, file.bytes());
        sent++;
      }
    }
    return sent;
  }

  /** What the list names is known by its size; the list itself is sent in any case. */
  private boolean isSame(String folder, PublicFile file) {
    String path = file.path();
    return !cargo.isProof(path)
        || !path.equals(Sha256Sums.FILE_NAME)
            && get(folder + "/" + path)
                .filter(bytes -> Arrays.equals(bytes, file.bytes()))
                .isPresent();
  }

  private Optional<Sha256Sums> sums(String folder) {
    try {
      return list(folder).map(text -> Sha256Sums.parse(folder, text));
    } catch (Damage e) {
      return Optional.empty();
    }
  }

  private Map<String, Long> sizes(String folder) {
    Map<String, Long> sizes = new TreeMap<>();
    String from = prefix + folder;
    for (S3Object object :
        client.listObjectsV2Paginator(list -> list.bucket(bucket).prefix(from)).contents()) {
      sizes.put(object.key().substring(from.length()), object.size());
    }
    return sizes;
  }

  /**
   * What was given up or is two editions old goes; the bucket says itself which came before. Only
   * what this feed has brought: others may keep things here that are called alike.
   */
  private void tidy(String current) {
    Map<String, Boolean> ours = new HashMap<>();
    List<String> paths =
        sizes(MARK).keySet().stream()
            .filter(path -> ours.computeIfAbsent(folder(path), this::isOurs))
            .toList();
    Set<String> keep = new HashSet<>(Set.of(current));
    int newest = number(current);
    paths.stream()
        .filter(path -> path.endsWith("/" + Sha256Sums.FILE_NAME))
        .map(BucketFeed::folder)
        .filter(folder -> !folder.equals(current) && number(folder) > 0)
        .filter(folder -> number(folder) <= newest && !cargo.isWithdrawn(number(folder)))
        .max(Comparator.comparingInt(BucketFeed::number))
        .ifPresent(keep::add);
    for (String path : paths) {
      if (!keep.contains(folder(path))) {
        client.deleteObject(object -> object.bucket(bucket).key(prefix + MARK + path));
      }
    }
  }

  /**
   * Whether the folder bears the name of an edition of this town, or holds the list of one. The list
   * comes last, so the name must be enough for what was given up.
   */
  private boolean isOurs(String folder) {
    Matcher found = FOLDER.matcher(folder);
    Optional<Sha256> known =
        found.matches() ? cargo.listOf(Integer.parseInt(found.group(1))) : Optional.empty();
    return known.isPresent()
        && (known.get().hex().startsWith(found.group(2))
            || get(folder + "/" + Sha256Sums.FILE_NAME).map(Sha256::of).equals(known));
  }

  private static String folder(String path) {
    return MARK + path.substring(0, Math.max(0, path.indexOf('/')));
  }

  /** 0 of a folder that is none of ours. */
  private static int number(String folder) {
    Matcher found = FOLDER.matcher(folder);
    return found.matches() ? Integer.parseInt(found.group(1)) : 0;
  }

  private Optional<byte[]> get(String key) {
    try {
      ResponseBytes<GetObjectResponse> answer =
          client.getObjectAsBytes(
              object ->
                  object.bucket(bucket).key(prefix + key).range("bytes=0-" + MOST_LIST_BYTES));
      return Optional.of(answer.asByteArray());
    } catch (NoSuchKeyException e) {
      return Optional.empty();
    }
  }

  private void put(String key, byte[] bytes) {
    client.putObject(
        object ->
            object
                .bucket(bucket)
                .key(prefix + key)
                .contentType(ContentType.of(key))
                .cacheControl("no-cache"),
        RequestBody.fromBytes(bytes));
  }

  private void again(String from, String to) {
    client.copyObject(
        copy ->
            copy.sourceBucket(bucket)
                .sourceKey(prefix + from)
                .destinationBucket(bucket)
                .destinationKey(prefix + to));
  }

  @Override
  public void close() {
    client.close();
  }
}
