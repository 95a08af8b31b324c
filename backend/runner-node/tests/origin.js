'use strict';
const fs = require('node:fs');
const path = require('node:path');
const { Child } = require('./child');

const JAR = path.join(__dirname, '..', '..', 'origin', 'target', 'origin.jar');
const JVMS = '/usr/lib/jvm';
const OLDEST = 25;
const SETTING = { nonce: 'k3v9q2mw', delay_ms: 0, jitter_ms: 0, body_bytes: 1024, seed: 1 };

/** A real origin. */
class Origin {
  static async start() {
    if (!fs.existsSync(JAR)) throw new Error(`${JAR} is missing: mvn package -pl backend/origin makes it`);
    const origin = new Origin();
    origin.child = new Child([java(), '-XX:+UseSerialGC', '-Xmx128m', '-jar', JAR]);
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

/** A JDK that is new enough: the one in JAVA_HOME, one that is installed beside it, or the one in the search path. */
function java() {
  const installed = fs.existsSync(JVMS) ? fs.readdirSync(JVMS).map((name) => path.join(JVMS, name)) : [];
  const home = [process.env.JAVA_HOME, ...installed].find((place) => place && isNewEnough(path.join(place, 'release')));
  return home ? path.join(home, 'bin', 'java') : 'java';
}

function isNewEnough(release) {
  const [, version] = (fs.existsSync(release) && /JAVA_VERSION="(\d+)/.exec(fs.readFileSync(release, 'utf8'))) || [];
  return Number(version) >= OLDEST;
}

module.exports = { Origin };
