/**
 * How a field is read. `time` is a `metav1.Time`, `quantity` a `resource.Quantity`; a list or map names what is in it.
 */
export type FieldType =
  | 'string'
  | 'bytes'
  | 'bool'
  | 'int'
  | 'time'
  | 'quantity'
  | Message
  | { list: FieldType }
  | { map: FieldType };

/** The fields of a message by their numbers in the `generated.proto` files of `k8s.io/api` and `k8s.io/apimachinery`. */
export interface Message {
  fields: Record<number, [name: string, type: FieldType]>;
}

const TEXTS: FieldType = { list: 'string' };
const TEXT_MAP: FieldType = { map: 'string' };

const OWNER: Message = {
  fields: {
    1: ['kind', 'string'],
    3: ['name', 'string'],
    4: ['uid', 'string'],
    5: ['apiVersion', 'string'],
    6: ['controller', 'bool'],
    7: ['blockOwnerDeletion', 'bool'],
  },
};

const METADATA: [string, Message] = [
  'metadata',
  {
    fields: {
      1: ['name', 'string'],
      2: ['generateName', 'string'],
      3: ['namespace', 'string'],
      5: ['uid', 'string'],
      6: ['resourceVersion', 'string'],
      7: ['generation', 'int'],
      8: ['creationTimestamp', 'time'],
      9: ['deletionTimestamp', 'time'],
      10: ['deletionGracePeriodSeconds', 'int'],
      11: ['labels', TEXT_MAP],
      12: ['annotations', TEXT_MAP],
      13: ['ownerReferences', { list: OWNER }],
      14: ['finalizers', TEXTS],
    },
  },
];

const RULES: FieldType = {
  list: {
    fields: {
      1: ['verbs', TEXTS],
      2: ['apiGroups', TEXTS],
      3: ['resources', TEXTS],
      4: ['resourceNames', TEXTS],
      5: ['nonResourceURLs', TEXTS],
    },
  },
};

const BINDING: Message = {
  fields: {
    1: METADATA,
    2: [
      'subjects',
      {
        list: {
          fields: {
            1: ['kind', 'string'],
            2: ['apiGroup', 'string'],
            3: ['name', 'string'],
            4: ['namespace', 'string'],
          },
        },
      },
    ],
    3: [
      'roleRef',
      {
        fields: {
          1: ['apiGroup', 'string'],
          2: ['kind', 'string'],
          3: ['name', 'string'],
        },
      },
    ],
  },
};

const ACCESS_ATTRIBUTES: Message = {
  fields: {
    1: ['namespace', 'string'],
    2: ['verb', 'string'],
    3: ['group', 'string'],
    4: ['version', 'string'],
    5: ['resource', 'string'],
    6: ['subresource', 'string'],
    7: ['name', 'string'],
  },
};

/** The kinds that are read from protobuf: those that `kubectl create` and `kubectl auth` send. */
export const MESSAGES: Record<string, Message> = {
  'v1/Namespace': {
    fields: {
      1: METADATA,
      2: ['spec', { fields: { 1: ['finalizers', TEXTS] } }],
      3: ['status', { fields: { 1: ['phase', 'string'] } }],
    },
  },
  'v1/Secret': {
    fields: {
      1: METADATA,
      2: ['data', { map: 'bytes' }],
      3: ['type', 'string'],
      4: ['stringData', TEXT_MAP],
      5: ['immutable', 'bool'],
    },
  },
  'v1/ConfigMap': {
    fields: {
      1: METADATA,
      2: ['data', TEXT_MAP],
      3: ['binaryData', { map: 'bytes' }],
      4: ['immutable', 'bool'],
    },
  },
  'v1/ServiceAccount': {
    fields: {
      1: METADATA,
      3: ['imagePullSecrets', { list: { fields: { 1: ['name', 'string'] } } }],
      4: ['automountServiceAccountToken', 'bool'],
    },
  },
  'v1/ResourceQuota': {
    fields: {
      1: METADATA,
      2: [
        'spec',
        { fields: { 1: ['hard', { map: 'quantity' }], 2: ['scopes', TEXTS] } },
      ],
    },
  },
  'rbac.authorization.k8s.io/v1/Role': {
    fields: { 1: METADATA, 2: ['rules', RULES] },
  },
  'rbac.authorization.k8s.io/v1/ClusterRole': {
    fields: { 1: METADATA, 2: ['rules', RULES] },
  },
  'rbac.authorization.k8s.io/v1/RoleBinding': BINDING,
  'rbac.authorization.k8s.io/v1/ClusterRoleBinding': BINDING,
  'authorization.k8s.io/v1/SelfSubjectAccessReview': {
    fields: {
      1: METADATA,
      2: [
        'spec',
        {
          fields: {
            1: ['resourceAttributes', ACCESS_ATTRIBUTES],
            2: [
              'nonResourceAttributes',
              { fields: { 1: ['path', 'string'], 2: ['verb', 'string'] } },
            ],
          },
        },
      ],
    },
  },
  'authorization.k8s.io/v1/SelfSubjectRulesReview': {
    fields: {
      1: METADATA,
      2: ['spec', { fields: { 1: ['namespace', 'string'] } }],
    },
  },
  'authentication.k8s.io/v1/SelfSubjectReview': { fields: { 1: METADATA } },
};
