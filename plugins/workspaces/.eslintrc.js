const { readdirSync } = require('node:fs');
const { join } = require('node:path');
const rooms = require('../../scripts/lib/rooms.cjs');

const features = readdirSync(join(__dirname, 'src/features'));

module.exports = require('@backstage/cli/config/eslint-factory')(
  __dirname,
  rooms(__dirname, [
    ['routes.ts', 'translation.ts'],
    ['api'],
    ['hooks'],
    ['components'],
    features.map(name => `features/${name}`),
  ]),
);
