import { execFileSync } from 'node:child_process';

/**
 * Reads one of npm's settings.
 *
 * @param {string} key
 * @returns {string | undefined} undefined where npm has none
 */
function npmSetting(key) {
  // npm warns on stderr about settings that it does not know itself, such as nodedir.
  const value = execFileSync('npm', ['config', 'get', key], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    shell: process.platform === 'win32',
  }).trim();
  return ['', 'undefined', 'null'].includes(value) ? undefined : value;
}

// Yarn does not read npm's settings, so they are passed on: whoever can install with npm can
// install the Portal. node-gyp needs nodedir where Node's headers cannot be downloaded.
const YARN_NAMES = {
  registry: 'YARN_NPM_REGISTRY_SERVER',
  cafile: 'YARN_HTTPS_CA_FILE_PATH',
  proxy: 'YARN_HTTP_PROXY',
  'https-proxy': 'YARN_HTTPS_PROXY',
  nodedir: 'npm_config_nodedir',
};

/**
 * npm's settings as environment variables for Yarn. A variable that is set already is kept.
 *
 * @returns {Record<string, string>}
 */
export function yarnEnvironment() {
  const env = {};
  for (const [key, name] of Object.entries(YARN_NAMES)) {
    const value = process.env[name] ?? npmSetting(key);
    if (value) env[name] = value;
  }
  return env;
}
