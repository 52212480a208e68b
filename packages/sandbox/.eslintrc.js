const rooms = require('../../scripts/lib/rooms.cjs');

module.exports = require('@backstage/cli/config/eslint-factory')(
  __dirname,
  rooms(__dirname, [
    ['names.ts', 'random.ts'],
    ['apiserver'],
    ['faults.ts', 'kubeconfig.ts', 'managementCluster.ts', 'runtime'],
    ['tenants'],
    ['controllers'],
    ['seed'],
    ['sandbox.ts', 'startSandbox.ts'],
    ['admin', 'cli'],
  ]),
);
