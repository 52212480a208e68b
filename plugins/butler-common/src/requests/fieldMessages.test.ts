import { z } from 'zod';
import { SSH_KEY_VECTORS } from '../rules/__testUtils__/sshKeyVectors';
import { createWorkspaceSchema } from './createWorkspace';
import { editWorkspaceSchema } from './editWorkspace';
import { FIELD_MESSAGES } from './fieldMessages';
import { sshPublicKeySchema } from './fields';
import { repositoriesSchema } from './repositories';
import { addSshKeySchema } from './sshKeys';
import { createTemplateSchema, putTemplateSchema } from './templates';

const MESSAGES = Object.values(FIELD_MESSAGES).flatMap(texts =>
  Object.values<string>(texts),
);
const FORMS = {
  createWorkspaceSchema,
  editWorkspaceSchema,
  createTemplateSchema,
  putTemplateSchema,
  addSshKeySchema,
};
/** These name their messages while they run (`superRefine`); what they say is tried out below. */
const RUNNING: readonly z.core.$ZodType[] = [
  sshPublicKeySchema,
  repositoriesSchema,
];
/** They only refuse another type: a form has text in each field, and offers no other fields. */
const TYPES = [
  'string',
  'number',
  'object',
  'array',
  'union',
  'optional',
  'nullable',
];

type Rule = z.core.$ZodTypeDef | z.core.$ZodCheckDef;

/** What a schema is made of, by the name of the part. */
function partsOf(schema: z.core.$ZodTypes): [string, z.core.$ZodType][] {
  const { def } = schema._zod;
  switch (def.type) {
    case 'object':
      return Object.entries(def.shape);
    case 'array':
      return [['[]', def.element]];
    case 'union':
      return def.options.map(option => ['', option]);
    case 'optional':
    case 'nullable':
      return [['', def.innerType]];
    case 'string':
    case 'number':
    case 'enum':
    case 'never':
      return [];
    default:
      throw new Error(`Teach this test to look into a ${def.type}`);
  }
}

/** Every rule of a schema with where it stands, but for what {@link RUNNING} check while they run. */
function rulesOf(schema: z.core.$ZodType, path: string): [string, Rule][] {
  const { def } = schema._zod;
  const checks = (def.checks ?? []).map(check => check._zod.def);
  const rules: Rule[] = RUNNING.includes(schema) ? checks.slice(0, -1) : checks;
  if (!TYPES.includes(def.type)) rules.push(def);
  return [
    ...rules.map((rule): [string, Rule] => [path, rule]),
    ...partsOf(schema as z.core.$ZodTypes).flatMap(([name, part]) =>
      rulesOf(part, name ? `${path}.${name}` : path),
    ),
  ];
}

function messageOf({ error }: Rule): unknown {
  // How zod keeps a text that was given to a rule. Without one it has words of its own.
  return error?.({ code: 'custom', input: '', path: [] } as never);
}

function messagesOf(schema: z.ZodType, value: unknown): string[] {
  const { error } = schema.safeParse(value);
  return (error?.issues ?? []).map(({ message }) => message);
}

describe('the messages of fields', () => {
  it.each(Object.entries(FORMS))(
    'hold every rule of %s: none has a text of its own, or zod’s',
    (name, schema) => {
      const rules = rulesOf(schema, name);
      expect(rules.length).toBeGreaterThan(2);
      expect(
        rules
          .map(([path, rule]) => [path, messageOf(rule)])
          .filter(([, message]) => !MESSAGES.includes(message as string)),
      ).toEqual([]);
    },
  );

  it('hold what is said of public keys', () => {
    const [{ publicKey }] = SSH_KEY_VECTORS;
    const wrong = [
      '',
      'x',
      `${publicKey}\n${publicKey}`,
      publicKey.slice(0, -8),
    ];
    const said = wrong.flatMap(text => messagesOf(sshPublicKeySchema, text));
    expect(said).toHaveLength(wrong.length);
    expect(MESSAGES).toEqual(expect.arrayContaining(said));
  });

  it('hold what is said of repositories beside each other', () => {
    const said = messagesOf(repositoriesSchema, [
      { url: 'https://git.example.com/a/b/..' },
      { url: 'https://git.example.com/a/api' },
      { url: 'https://git.example.com/b/api' },
    ]);
    expect(said).toEqual([
      FIELD_MESSAGES.repository.noDirectory,
      FIELD_MESSAGES.repository.directoryTaken,
    ]);
  });

  it('are told apart by their text', () => {
    expect(
      MESSAGES.filter((text, at) => MESSAGES.indexOf(text) !== at),
    ).toEqual([]);
  });

  it('have nothing in them that a translation would fill in', () => {
    expect(MESSAGES.filter(text => /\{\{|\$t\(/.test(text))).toEqual([]);
  });
});
