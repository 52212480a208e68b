const rooms = require('../../scripts/lib/rooms.cjs');

module.exports = require('@backstage/cli/config/eslint-factory')(
  __dirname,
  rooms(__dirname, [
    ['errors.ts', 'sameType.ts'],
    ['kubernetes', 'images', 'answers'],
    ['audit.ts', 'cache'],
    ['access'],
    ['keys', 'tenants', 'writes'],
    ['workspaces'],
    ['clusters', 'templates'],
    ['stream', 'terminal'],
    ['routes'],
    ['openapi'],
  ]),
);
