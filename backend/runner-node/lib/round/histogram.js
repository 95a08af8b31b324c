'use strict';

const PIECE = 2_000;

/** The index of the bucket that a number of nanoseconds falls into; exact below 2^53. */
function indexOf(value) {
  if (value < 128) return value;
  const high = Math.floor(value / 2 ** 32);
  const exponent = (high > 0 ? 63 - Math.clz32(high) : 31 - Math.clz32(value)) - 7;
  return 128 * (exponent + 1) + Math.floor(value / 2 ** exponent) - 128;
}

/** How long many things took, in buckets at most 1/128 wide. */
class Histogram {
  #counts = new Map();
  #count = 0;
  #least = Infinity;
  #most = -Infinity;

  add(value) {
    this.#addTo(indexOf(value), 1);
    this.#count++;
    this.#least = Math.min(this.#least, value);
    this.#most = Math.max(this.#most, value);
  }

  /** Adds what another one has. */
  addAll(other) {
    other.#counts.forEach((count, index) => this.#addTo(index, count));
    this.#count += other.#count;
    this.#least = Math.min(this.#least, other.#least);
    this.#most = Math.max(this.#most, other.#most);
  }

  /** How many buckets there are. */
  get buckets() {
    return this.#counts.size;
  }

  /** The answer's fields from bucket `from` on. */
  piece(from) {
    const buckets = [...this.#counts].sort(([one], [other]) => one - other);
    return {
      from,
      total: buckets.length,
      count: this.#count,
      min_ns: this.#count > 0 ? this.#least : null,
      max_ns: this.#count > 0 ? this.#most : null,
      buckets: buckets.slice(from, from + PIECE),
    };
  }

  #addTo(index, count) {
    this.#counts.set(index, (this.#counts.get(index) ?? 0) + count);
  }
}

module.exports = { Histogram, indexOf };
