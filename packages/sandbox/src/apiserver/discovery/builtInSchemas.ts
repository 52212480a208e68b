import { Schema } from '../validation/schema';

/** The types of fields, as short as the table below needs them. */
const TYPES: Record<string, object> = {
  text: { type: 'string' },
  texts: { type: 'array', items: { type: 'string' } },
  flag: { type: 'boolean' },
  number: { type: 'integer' },
  map: { type: 'object', additionalProperties: { type: 'string' } },
  object: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true },
  objects: {
    type: 'array',
    items: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true },
  },
};

/** `field: 'type: what it means'`. */
interface KindDescription {
  description: string;
  fields?: Record<string, string>;
  spec?: Record<string, string>;
  status?: Record<string, string>;
}

const RULE_FIELDS = { rules: 'objects: What the role allows.' };
const BINDING_FIELDS = {
  roleRef: 'object: The role. It can not be changed later.',
  subjects: 'objects: Who has it: users, groups, service accounts.',
};
const WORKLOAD_SPEC = {
  replicas: 'number: How many pods there should be.',
  selector: 'object: Which pods are its own.',
  template: 'object: What its pods are made by.',
};
const WORKLOAD_STATUS = {
  replicas: 'number: How many pods there are.',
  readyReplicas: 'number: How many of them are ready.',
};

const KINDS: Record<string, KindDescription> = {
  Namespace: {
    description: 'A room for names: of each kind, one object of a name.',
    spec: { finalizers: 'texts: What has to be seen to before it goes.' },
    status: { phase: 'text: Active or Terminating.' },
  },
  Secret: {
    description: 'Small pieces of confidential data, such as keys.',
    fields: {
      data: 'map: The data, in base64.',
      stringData: 'map: Data as text, to write only: it goes into data.',
      type: 'text: What kind of secret it is; Opaque by default.',
      immutable: 'flag: Whether the data can never be changed.',
    },
  },
  ConfigMap: {
    description: 'Configuration for pods.',
    fields: {
      data: 'map: The data, as text.',
      binaryData: 'map: The data that is no text, in base64.',
      immutable: 'flag: Whether the data can never be changed.',
    },
  },
  ServiceAccount: {
    description: 'Who a program is, towards the API.',
    fields: {
      imagePullSecrets: 'objects: By which Secrets its images are pulled.',
      automountServiceAccountToken: 'flag: Whether its pods get a token.',
    },
  },
  Role: {
    description: 'What may be done in a namespace.',
    fields: RULE_FIELDS,
  },
  ClusterRole: {
    description: 'What may be done, in the cluster or where it is bound.',
    fields: {
      ...RULE_FIELDS,
      aggregationRule: 'object: Which ClusterRoles its rules come from.',
    },
  },
  RoleBinding: {
    description: 'Gives a Role or ClusterRole in a namespace.',
    fields: BINDING_FIELDS,
  },
  ClusterRoleBinding: {
    description: 'Gives a ClusterRole in the whole cluster.',
    fields: BINDING_FIELDS,
  },
  Node: {
    description: 'A machine that runs pods.',
    spec: { unschedulable: 'flag: Whether it takes no new pods.' },
    status: {
      capacity: 'map: What it has of each resource.',
      allocatable: 'map: What of it pods can have.',
      conditions: 'objects: How it is.',
      addresses: 'objects: Where it is reached.',
      nodeInfo: 'object: What runs on it, in which version.',
    },
  },
  Pod: {
    description: 'Containers that run together on one node.',
    spec: {
      containers: 'objects: The containers; at least one.',
      initContainers: 'objects: What runs first, one after the other.',
      volumes: 'objects: What the containers can mount.',
      nodeName: 'text: The node that it runs on.',
      restartPolicy: 'text: Always, OnFailure or Never.',
      serviceAccountName: 'text: As whom it speaks to the API.',
      terminationGracePeriodSeconds: 'number: How long it may take to end.',
    },
    status: {
      phase: 'text: Pending, Running, Succeeded, Failed or Unknown.',
      conditions: 'objects: How far it is.',
      containerStatuses: 'objects: How each container is.',
      initContainerStatuses: 'objects: How each init container is.',
      podIP: 'text: Its address.',
      startTime: 'text: Since when the node knows it.',
    },
  },
  Service: {
    description: 'One address for several pods.',
    spec: {
      type: 'text: ClusterIP, NodePort, LoadBalancer or ExternalName.',
      selector: 'map: The labels of the pods behind it.',
      ports: 'objects: Which ports lead where.',
      clusterIP: 'text: Its address in the cluster.',
    },
    status: { loadBalancer: 'object: Where it is reached from outside.' },
  },
  PersistentVolumeClaim: {
    description: 'A request for storage that outlives pods.',
    spec: {
      accessModes: 'texts: How it can be mounted.',
      resources: 'object: How much storage is asked for.',
      storageClassName: 'text: Which kind of storage.',
      volumeName: 'text: The volume that it got.',
    },
    status: {
      phase: 'text: Pending, Bound or Lost.',
      capacity: 'map: How much it got.',
    },
  },
  ResourceQuota: {
    description: 'How much a namespace may have.',
    spec: { hard: 'map: The most of each resource.' },
    status: {
      hard: 'map: The limits that hold.',
      used: 'map: How much is in use.',
    },
  },
  Event: {
    description: 'Something that happened to an object.',
    fields: {
      involvedObject: 'object: What it happened to.',
      reason: 'text: Why, in one word.',
      message: 'text: What happened, for people.',
      type: 'text: Normal or Warning.',
      count: 'number: How often it happened.',
      firstTimestamp: 'text: When it happened first.',
      lastTimestamp: 'text: When it happened last.',
    },
  },
  Deployment: {
    description: 'Pods that are all alike, and replaced when they go.',
    spec: { ...WORKLOAD_SPEC, strategy: 'object: How new pods replace old.' },
    status: {
      ...WORKLOAD_STATUS,
      availableReplicas: 'number: How many were ready for long enough.',
    },
  },
  StatefulSet: {
    description: 'Pods with names and volumes that stay.',
    spec: {
      ...WORKLOAD_SPEC,
      serviceName: 'text: The Service that names its pods.',
      volumeClaimTemplates: 'objects: What their claims are made by.',
    },
    status: WORKLOAD_STATUS,
  },
  CustomResourceDefinition: {
    description: 'A kind that the API serves besides its own.',
    spec: {
      group: 'text: The API group.',
      names: 'object: What the kind is called.',
      scope: 'text: Cluster or Namespaced.',
      versions: 'objects: Its versions, each with a schema.',
    },
    status: {
      conditions: 'objects: Whether it is served.',
      acceptedNames: 'object: The names that it got.',
      storedVersions: 'texts: In which versions objects were stored.',
    },
  },
  NodeMetrics: {
    description: 'What a node uses.',
    fields: {
      timestamp: 'text: When it was measured.',
      window: 'text: Over how long.',
      usage: 'map: How much of each resource.',
    },
  },
  PodMetrics: {
    description: 'What the containers of a pod use.',
    fields: {
      timestamp: 'text: When it was measured.',
      window: 'text: Over how long.',
      containers: 'objects: How much each container uses.',
    },
  },
};

function properties(fields: Record<string, string> = {}) {
  return Object.fromEntries(
    Object.entries(fields).map(([name, text]) => {
      const [type, description] = text.split(/: (.*)/, 2);
      return [name, { description, ...TYPES[type] }];
    }),
  );
}

function part(description: string, fields?: Record<string, string>) {
  return (
    fields && { description, type: 'object', properties: properties(fields) }
  );
}

/**
 * What `kubectl explain` prints of a kind that comes with Kubernetes: its best-known fields, two levels deep at most.
 * Nothing is validated by it.
 */
export function builtInSchema(kind: string): Schema | undefined {
  const known = KINDS[kind];
  if (!known) return undefined;
  const { description, fields, spec, status } = known;
  const parts = {
    spec: part('What is wanted.', spec),
    status: part('What is.', status),
  };
  return {
    description,
    type: 'object',
    'x-kubernetes-preserve-unknown-fields': true,
    properties: {
      ...properties(fields),
      ...(parts.spec && { spec: parts.spec }),
      ...(parts.status && { status: parts.status }),
    },
  } as Schema;
}
