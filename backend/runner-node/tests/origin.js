'use strict';
const fs = require('node:fs');
const path = require('node:path');
const { Child } = require('./child');

const JAR = path.join(__dirname, '..', '..', 'origin', 'target', 'origin.jar');
const JAVA = process.env.JAVA_HOME ? path.join(process.env.JAVA_HOME, 'bin', 'java') : 'java';
const SETTING = { nonce: 'k3v9q2mw', delay_ms: 0, jitter_ms: 0, body_bytes: 1024, seed: 1 };

/** A real origin. */
class Origin {
  static async start() {
    if (!fs.existsSync(JAR)) throw new Error(`${JAR} is missing: mvn package -pl backend/origin makes it`);
    const origin = new Origin();
    origin.child = new Child([JAVA, '-jar', JAR]);
    origin.addresses = (await origin.child.read()).addresses;
    return origin;
  }

  configure(setting) {
    return this.child.ask({ type: 'configure', ...SETTING, ...setting });
  }

  fault(kind, after = 0) {
    return this.child.ask({ type: 'fault', kind, after, status: 503 });
  }

  stats() {
    return this.child.ask({ type: 'stats' });
  }

  stop() {
    return this.child.bye();
  }
}

module.exports = { Origin };
