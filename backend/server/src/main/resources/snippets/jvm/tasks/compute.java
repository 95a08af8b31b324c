// %% power
Object $function(int i) {
  return BigInteger.valueOf($base + 2L * i).pow($exponent).mod(BigInteger.TWO.pow(61).subtract(BigInteger.ONE));
}

// %% hash
static final byte[] BUFFER = new byte[$buffer_bytes];

Object $function(int i) throws Exception {
  var sha = MessageDigest.getInstance("SHA-256");
  byte[] digest = String.valueOf(i).getBytes();
  for (int repeat = 0; repeat < $repeats; repeat++) {
    sha.update(digest);
    digest = sha.digest(BUFFER);
  }
  return HexFormat.of().formatHex(digest);
}

// %% mixed
static final byte[] BLOCK = new byte[992];

Object $function(int i) throws Exception {
  var sha = MessageDigest.getInstance("SHA-256");
  byte[] digest = String.valueOf(i).getBytes();
  for (long step = 0; step < $steps; step++) {
    sha.update(digest);
    digest = sha.digest(BLOCK);
  }
  return HexFormat.of().formatHex(digest);
}
