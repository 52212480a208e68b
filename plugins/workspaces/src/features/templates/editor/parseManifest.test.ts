import {
  BUTLER_API_VERSION,
  FIELD_MESSAGES,
} from '@butler-portal/plugin-butler-common';
import { parseManifest } from './parseManifest';
import type { ManifestWords } from './parseManifest';

const WORDS: ManifestWords = {
  tooLarge: 'zu groß',
  noTemplate: 'keine Vorlage',
  several: number => `${number} Dokumente`,
  missing: 'fehlt',
  wrongType: expected => `kein ${expected}`,
  unknownFields: names => `unbekannt: ${names}`,
  fieldText: message =>
    message === FIELD_MESSAGES.image.missing ? 'kein Image' : message,
};

const manifest = (spec: object, metadata: object = { name: 'go' }) =>
  JSON.stringify({
    apiVersion: BUTLER_API_VERSION,
    kind: 'WorkspaceTemplate',
    metadata,
    spec,
  });

it.each<[string, string, string[]]>([
  [
    'that fields are missing',
    manifest({ template: {} }, {}),
    ['name: fehlt', 'spec.displayName: fehlt', 'spec.template.image: fehlt'],
  ],
  [
    'that fields have another type',
    manifest({
      displayName: 'Go',
      template: { image: 1, resources: { cpu: 2 }, storageSize: true },
    }),
    [
      'spec.template.image: kein string',
      'spec.template.resources.cpu: kein string',
      'spec.template.storageSize: kein string',
    ],
  ],
  [
    'which fields no template has',
    manifest({ displayName: 'Go', template: { image: 'go:1', gpu: 1 } }),
    ['spec.template: unbekannt: gpu'],
  ],
  [
    'what a rule says of a field',
    manifest({ displayName: 'Go', template: { image: '' } }),
    ['spec.template.image: kein Image'],
  ],
])('says in the words of the screen %s', async (_, text, problems) => {
  const parsed = await parseManifest(text, WORDS);
  // A rule that is wrong twice is said twice.
  expect('problems' in parsed ? parsed.problems : []).toEqual(
    expect.arrayContaining(problems),
  );
});
