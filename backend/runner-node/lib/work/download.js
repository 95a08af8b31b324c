'use strict';
const http = require('node:http');
const { P } = require('./checksum');

const LONGEST_HEAD = 65_536;

/** Downloads one body; resolves with its number plus its length modulo P, and rejects unless all of it came in time. */
function download(connections, target, limitMs) {
  return new Promise((resolve, reject) => {
    const request = ask(connections, target);
    const fail = (reason) => {
      clearTimeout(limit);
      request.destroy();
      reject(new Error(`GET http://${target.host}${target.path}: ${reason}`));
    };
    const limit = setTimeout(() => fail(`no end within ${limitMs} ms`), limitMs);
    const complete = (value) => {
      clearTimeout(limit);
      resolve(value);
    };
    request.on('information', ({ statusCode }) => statusCode === 100 || fail(`status ${statusCode}`));
    request.on('upgrade', ({ statusCode }) => fail(`status ${statusCode}`));
    request.on('response', (response) => receive(response, complete, fail));
    request.on('error', (error) => fail(error.message));
    request.end();
  });
}

function ask(connections, { address, port, host, path }) {
  const headers = { Host: host, 'User-Agent': 'racecard', Accept: '*/*', 'Accept-Encoding': 'identity' };
  const request = http.request({ agent: connections, host: address, port, path, headers, maxHeaderSize: LONGEST_HEAD });
  request.removeHeader('Connection');
  return request;
}

function receive(response, complete, fail) {
  if (response.statusCode !== 200) return fail(`status ${response.statusCode}`);
  let number = 0n;
  let length = 0;
  response.on('data', (chunk) => {
    number = append(number, chunk);
    length += chunk.length;
  });
  response.on('end', () => complete((number + BigInt(length)) % P));
  response.on('error', (error) => fail(`a broken body: ${error.message}`));
}

// 2^61 is 1 modulo P, so moving by any number of bits is moving by that number modulo 61
function append(number, chunk) {
  return ((number << BigInt((chunk.length * 8) % 61)) + BigInt(`0x${chunk.toString('hex')}`)) % P;
}

module.exports = { download };
