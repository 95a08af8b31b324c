'use strict';
const net = require('node:net');
const { Fields, bad } = require('../line/fields');

const PRINTABLE = /^[\x21-\x7e]+$/;
const ADDRESS = /^(?:\[(?<six>[^\]]+)\]|(?<four>[^:]+)):(?<port>\d{1,5})$/;

/** What is downloaded from where: a literal address, so that no name is ever resolved. */
class Target {
  constructor(address, port, host, path) {
    this.address = address;
    this.port = port;
    this.host = host;
    this.path = path;
  }

  /** One of the `targets` of a message. */
  static read(value) {
    const fields = new Fields(value, 'Each of `targets`');
    const address = fields.text('address');
    if (!net.isIP(address)) throw bad(`\`address\` must be a literal IPv4 or IPv6 address, not \`${address}\`.`);
    const path = printable(fields, 'path');
    if (!path.startsWith('/')) throw bad('`path` must begin with `/`.');
    return new Target(address, fields.int('port', 1, 65_535), printable(fields, 'host'), path);
  }

  /** One of the addresses of an origin, as a function from path to target. */
  static at(text) {
    const match = typeof text === 'string' && ADDRESS.exec(text);
    const address = match && (match.groups.six ?? match.groups.four);
    if (!match || !net.isIP(address)) throw bad(`\`addresses\` must be literal, as 127.0.0.1:40001, not \`${text}\`.`);
    return (path) => new Target(address, Number(match.groups.port), text, path);
  }
}

function printable(fields, name) {
  const text = fields.text(name);
  if (!PRINTABLE.test(text)) throw bad(`\`${name}\` must be printable ASCII without spaces.`);
  return text;
}

module.exports = { Target };
