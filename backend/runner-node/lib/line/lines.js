'use strict';

/** The longest line, its end included. */
const LONGEST = 65_536;
const NEWLINE = 10;

/** Cuts what arrives into lines. */
class Lines {
  #begun = Buffer.alloc(0);
  #each;
  #tooLong;

  constructor(each, tooLong) {
    this.#each = each;
    this.#tooLong = tooLong;
  }

  /** Takes the next bytes, and hands on the lines that they complete. */
  add(chunk) {
    let rest = this.#begun.length === 0 ? chunk : Buffer.concat([this.#begun, chunk]);
    for (let end = rest.indexOf(NEWLINE); end >= 0 && end < LONGEST; end = rest.indexOf(NEWLINE)) {
      this.#each(rest.toString('utf8', 0, end));
      rest = rest.subarray(end + 1);
    }
    this.#begun = rest;
    if (rest.length >= LONGEST) this.#tooLong();
  }
}

module.exports = { Lines, LONGEST };
