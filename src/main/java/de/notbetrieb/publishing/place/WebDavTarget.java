package de.notbetrieb.publishing.place;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** A web space by WebDAV, which knows no links: folders are moved. */
final class WebDavTarget implements FolderTarget {
  private static final int MOST_LISTING_BYTES = 16 << 20;
  private static final String DAV = "DAV:";

  private final RemoteServer server;

  private record Member(String name, boolean folder, long bytes) {}

  WebDavTarget(Upload upload, Optional<String> secret) {
    String location = upload.location();
    URI above = URI.create(location.substring(0, location.lastIndexOf('/') + 1));
    this.server =
        new RemoteServer(
            above, secret.map(words -> basic(upload.account(), words)), MOST_LISTING_BYTES);
  }

  private static String basic(String account, String password) {
    byte[] both = (account + ":" + password).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(both);
  }

  /** Whether the other side lets us in. */
  void open() throws IOException, NotFed {
    int status = server.ask("PROPFIND", "", "Depth", "0").statusCode();
    if (status == 401 || status == 403) {
      throw new NotFed(Finding.What.SIGN_IN);
    }
    if (status != 207) {
      throw new NotFed(Finding.What.OTHER_STATUS, String.valueOf(status));
    }
  }

  @Override
  public Entry look(String name) throws IOException {
    return members("").stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .<Entry>map(one -> one.folder() ? new Entry.Folder() : new Entry.Plain())
        .orElseGet(Entry.Absent::new);
  }

  @Override
  public List<String> beside() throws IOException {
    return members("").stream().map(Member::name).toList();
  }

  @Override
  public Map<String, Long> files(String folder) throws IOException {
    Map<String, Long> files = new TreeMap<>();
    collect(folder + "/", "", files);
    return files;
  }

  private void collect(String folder, String under, Map<String, Long> files) throws IOException {
    for (Member one : members(folder)) {
      if (one.folder()) {
        collect(folder + one.name() + "/", under + one.name() + "/", files);
      } else {
        files.put(under + one.name(), one.bytes());
      }
    }
  }

  private List<Member> members(String folder) throws IOException {
    HttpResponse<byte[]> answer = server.ask("PROPFIND", folder, "Depth", "1");
    if (answer.statusCode() == 404) {
      return List.of();
    }
    require("PROPFIND", folder, answer.statusCode(), 207);
    String own = server.at(folder).getPath();
    try {
      return parsed(answer.body(), own);
    } catch (XMLStreamException e) {
      throw new IOException("webdav: not a listing of " + folder, e);
    }
  }

  private static List<Member> parsed(byte[] listing, String own) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(listing));
    List<Member> members = new ArrayList<>();
    String path = "";
    boolean folder = false;
    long bytes = -1;
    while (xml.hasNext()) {
      int event = xml.next();
      boolean isDav =
          (event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT)
              && DAV.equals(xml.getNamespaceURI());
      if (!isDav) {
        continue;
      }
      String name = xml.getLocalName();
      if (event == XMLStreamConstants.START_ELEMENT) {
        switch (name) {
          case "response" -> {
            path = "";
            folder = false;
            bytes = -1;
          }
          case "href" ->
              path = path.isEmpty() ? URI.create(xml.getElementText().strip()).getPath() : path;
          case "collection" -> folder = true;
          case "getcontentlength" -> bytes = size(xml.getElementText());
          default -> {}
        }
      } else if (name.equals("response") && path.startsWith(own) && path.length() > own.length()) {
        String rest = path.substring(own.length());
        members.add(new Member(rest.replace("/", ""), folder || rest.endsWith("/"), bytes));
      }
    }
    return members;
  }

  private static long size(String digits) {
    return digits.strip().matches("\\d{1,18}") ? Long.parseLong(digits.strip()) : -1;
  }

  @Override
  public Optional<byte[]> read(String path, int mostBytes) throws IOException {
    HttpResponse<byte[]> answer = server.ask("GET", path);
    return answer.statusCode() == 200 && answer.body().length <= mostBytes
        ? Optional.of(answer.body())
        : Optional.empty();
  }

  @Override
  public void makeFolder(String path) throws IOException {
    int status = server.ask("MKCOL", path + "/").statusCode();
    require("MKCOL", path, status, 201, 405); // 405: it is there
  }

  @Override
  public void write(String path, byte[] bytes) throws IOException {
    int status = server.send("PUT", path, bytes).statusCode();
    require("PUT", path, status, 200, 201, 204);
  }

  @Override
  public boolean again(String from, String to) throws IOException {
    int status = server.ask("COPY", from, "Destination", server.at(to).toString()).statusCode();
    return status == 200 || status == 201 || status == 204;
  }

  @Override
  public boolean link(String name, String to) {
    return false;
  }

  @Override
  public void rename(String from, String to) throws IOException {
    String there = server.at(to + "/").toString();
    int status =
        server.ask("MOVE", from + "/", "Destination", there, "Overwrite", "F").statusCode();
    require("MOVE", from, status, 200, 201, 204); // lighttpd says 200
  }

  @Override
  public void remove(String name) throws IOException {
    int status = server.ask("DELETE", name + "/").statusCode();
    require("DELETE", name, status, 200, 204, 404);
  }

  private static void require(String method, String path, int status, int... fine)
      throws IOException {
    for (int one : fine) {
      if (one == status) {
        return;
      }
    }
    throw new IOException("webdav: " + method + " " + path + " answered " + status);
  }

  @Override
  public void close() {
    server.close();
  }
}
