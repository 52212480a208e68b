const META = 'io.k8s.apimachinery.pkg.apis.meta.v1';
const CONVENTIONS =
  'https://git.k8s.io/community/contributors/devel/sig-architecture/api-conventions.md';

const TEXT = { type: 'string' };
const TIME = { type: 'string', format: 'date-time' };
const NUMBER = { type: 'integer', format: 'int64' };
const TEXTS = { type: 'object', additionalProperties: TEXT };

function described(schema: object, description: string): object {
  return { description, ...schema };
}

function reference(kind: string): object {
  return { $ref: `#/components/schemas/${META}.${kind}` };
}

/** The field of a kind that has its metadata. */
export function metadataField(kind: 'ObjectMeta' | 'ListMeta'): object {
  return described(
    { allOf: [reference(kind)] },
    kind === 'ObjectMeta'
      ? `Standard object's metadata. More info: ${CONVENTIONS}#metadata`
      : `Standard list metadata. More info: ${CONVENTIONS}#types-kinds`,
  );
}

/** What every kind has besides its metadata. The words are Kubernetes'. */
export const TYPE_FIELDS = {
  apiVersion: described(
    TEXT,
    `APIVersion defines the versioned schema of this representation of an object. Servers should convert recognized schemas to the latest internal value, and may reject unrecognized values. More info: ${CONVENTIONS}#resources`,
  ),
  kind: described(
    TEXT,
    `Kind is a string value representing the REST resource this object represents. Servers may infer this from the endpoint the client submits requests to. Cannot be updated. In CamelCase. More info: ${CONVENTIONS}#types-kinds`,
  ),
};

/** The description of the `items` of a list. */
export function itemsDescription(plural: string): string {
  return `List of ${plural}. More info: ${CONVENTIONS}`;
}

const OWNER = {
  description: 'What owns an object.',
  type: 'object',
  required: ['apiVersion', 'kind', 'name', 'uid'],
  properties: {
    apiVersion: TEXT,
    kind: TEXT,
    name: TEXT,
    uid: TEXT,
    controller: { type: 'boolean' },
    blockOwnerDeletion: { type: 'boolean' },
  },
};

const MANAGED_FIELDS = {
  description: 'Which fields a manager owns.',
  type: 'object',
  properties: {
    manager: TEXT,
    operation: TEXT,
    apiVersion: TEXT,
    time: TIME,
    fieldsType: TEXT,
    fieldsV1: { type: 'object' },
    subresource: TEXT,
  },
};

/** The metadata that all kinds share. */
export const METADATA_SCHEMAS: Record<string, object> = {
  [`${META}.ObjectMeta`]: {
    description: 'The metadata that every object has.',
    type: 'object',
    properties: {
      annotations: described(
        TEXTS,
        'Texts for tools, which nobody selects by.',
      ),
      creationTimestamp: described(TIME, 'When the server made the object.'),
      deletionGracePeriodSeconds: described(
        NUMBER,
        'How long the object has to end, once it is being deleted.',
      ),
      deletionTimestamp: described(TIME, 'Since when it is being deleted.'),
      finalizers: described(
        { type: 'array', items: TEXT, 'x-kubernetes-list-type': 'set' },
        'What has to be seen to before the object goes.',
      ),
      generateName: described(TEXT, 'The beginning of a name to be made up.'),
      generation: described(NUMBER, 'Rises with each change of the content.'),
      labels: described(TEXTS, 'What the object can be selected by.'),
      managedFields: described(
        { type: 'array', items: reference('ManagedFieldsEntry') },
        'Which fields were set by whom.',
      ),
      name: described(TEXT, 'Unique among the kind within a namespace.'),
      namespace: described(TEXT, 'The namespace that the object is in.'),
      ownerReferences: described(
        {
          type: 'array',
          items: reference('OwnerReference'),
          'x-kubernetes-list-type': 'map',
          'x-kubernetes-list-map-keys': ['uid'],
        },
        'What the object goes with when all of it is gone.',
      ),
      resourceVersion: described(TEXT, 'Which state of the object this is.'),
      uid: described(TEXT, 'Unique over time and space.'),
    },
  },
  [`${META}.ListMeta`]: {
    description: 'The metadata of a list.',
    type: 'object',
    properties: {
      continue: described(TEXT, 'Leads to the next page.'),
      remainingItemCount: described(NUMBER, 'How many are left at least.'),
      resourceVersion: described(TEXT, 'Which state the list shows.'),
    },
  },
  [`${META}.OwnerReference`]: OWNER,
  [`${META}.ManagedFieldsEntry`]: MANAGED_FIELDS,
};
