import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { KubeObject } from './types';

const FOLDER = join(dirname(require.resolve('../../package.json')), 'crds');

/** Butler's CustomResourceDefinitions, the manifests that `deploy/` installs too. */
export function readCrdManifests(): KubeObject[] {
  return readdirSync(FOLDER)
    .filter(file => file.endsWith('.yaml'))
    .sort()
    .map(file => parse(readFileSync(join(FOLDER, file), 'utf8')) as KubeObject);
}
