package racecard.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files as Linux would show them, below a directory of a test's own. */
record Tree(Path root) {
  Tree with(String path, String content) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
    return this;
  }

  @Override
  public String toString() {
    return root.toString();
  }
}
