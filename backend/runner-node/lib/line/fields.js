'use strict';

/** What cannot be obeyed: an answer of the type `failed`, and the exit status where the child ends with it. */
class Failed extends Error {
  constructor(kind, message, status) {
    super(message);
    this.kind = kind;
    this.status = status;
  }

  /** The answer. */
  answer() {
    return { type: 'failed', kind: this.kind, message: this.message };
  }
}

/** A message that is not what the protocol says. */
function bad(message) {
  return new Failed('BAD_MESSAGE', message);
}

/** The fields of one JSON object, each checked where it is read. */
class Fields {
  #object;

  constructor(object, where) {
    if (object === null || typeof object !== 'object' || Array.isArray(object))
      throw bad(`${where} must be an object.`);
    this.#object = object;
  }

  /** The fields of a line. */
  static of(line) {
    try {
      return new Fields(JSON.parse(line), 'A message');
    } catch (error) {
      throw error instanceof Failed ? error : bad(`A line must be JSON: ${error.message}.`);
    }
  }

  has(name) {
    return (this.#object[name] ?? null) !== null;
  }

  int(name, least, most = Number.MAX_SAFE_INTEGER) {
    const is = (value) => Number.isSafeInteger(value) && value >= least && value <= most;
    return this.#read(name, is, `a whole number from ${least} to ${most}`);
  }

  boolean(name) {
    return this.#read(name, (value) => typeof value === 'boolean', 'true or false');
  }

  text(name, longest = 65_536) {
    return this.#read(
      name,
      (value) => typeof value === 'string' && value.length <= longest,
      `a text of at most ${longest} characters`,
    );
  }

  list(name) {
    return this.#read(name, (value) => Array.isArray(value) && value.length > 0, 'a list with something in it');
  }

  object(name) {
    return new Fields(
      this.#read(name, () => true, 'an object'),
      `\`${name}\``,
    );
  }

  #read(name, is, what) {
    const value = this.#object[name];
    if (!is(value) || value === undefined) throw bad(`\`${name}\` must be ${what}.`);
    return value;
  }
}

module.exports = { Failed, Fields, bad };
