import { JsonObject, KubeObject } from '../apiserver/types';
import { BUTLER, BUTLER_API, SYSTEM_NAMESPACE } from '../names';

interface TemplateSeed {
  name: string;
  namespace: string;
  displayName: string;
  description: string;
  icon: string;
  category: 'backend' | 'frontend' | 'data' | 'devops' | 'custom';
  template: JsonObject;
}

const IMAGES = 'ghcr.io/butlerdotdev';
const GIT = 'https://git.example.com';

const TEMPLATES: TemplateSeed[] = [
  {
    name: 'go-service',
    namespace: SYSTEM_NAMESPACE,
    displayName: 'Go service',
    description:
      'Go with delve and golangci-lint, and a small HTTP service to begin with.',
    icon: 'Dns',
    category: 'backend',
    template: {
      image: `${IMAGES}/workspace-go:1.24`,
      repositories: [{ url: `${GIT}/examples/go-service.git`, branch: 'main' }],
      resources: { cpu: '2', memory: '4Gi' },
      storageSize: '10Gi',
    },
  },
  {
    name: 'java-spring',
    namespace: SYSTEM_NAMESPACE,
    displayName: 'Java with Spring Boot',
    description: 'Java 21, Maven and Gradle, with a Spring Boot service.',
    icon: 'LocalCafe',
    category: 'backend',
    template: {
      image: `${IMAGES}/workspace-java:21`,
      repositories: [
        { url: `${GIT}/examples/spring-service.git`, branch: 'main' },
      ],
      resources: { cpu: '4', memory: '8Gi' },
      storageSize: '20Gi',
    },
  },
  {
    name: 'react-web-app',
    namespace: SYSTEM_NAMESPACE,
    displayName: 'React web app',
    description:
      'Node 22 with Yarn and Playwright, and a React application with Vite.',
    icon: 'Web',
    category: 'frontend',
    template: {
      image: `${IMAGES}/workspace-node:22`,
      repositories: [{ url: `${GIT}/examples/react-app.git`, branch: 'main' }],
      resources: { cpu: '2', memory: '6Gi' },
      storageSize: '15Gi',
    },
  },
  {
    name: 'python-data',
    namespace: SYSTEM_NAMESPACE,
    displayName: 'Python data notebook',
    description: 'Python 3.13 with JupyterLab, pandas and DuckDB.',
    icon: 'Insights',
    category: 'data',
    template: {
      image: `${IMAGES}/workspace-python:3.13`,
      repositories: [{ url: `${GIT}/examples/notebooks.git`, branch: 'main' }],
      resources: { cpu: '4', memory: '16Gi' },
      storageSize: '50Gi',
    },
  },
  {
    name: 'cluster-operations',
    namespace: SYSTEM_NAMESPACE,
    displayName: 'Terraform and Kubernetes',
    description: 'kubectl, Helm, Terraform and k9s for work on clusters.',
    icon: 'Cloud',
    category: 'devops',
    template: {
      image: `${IMAGES}/workspace-ops:2026.1`,
      repositories: [
        { url: `${GIT}/platform/infrastructure.git`, branch: 'main' },
      ],
      resources: { cpu: '1', memory: '2Gi' },
      storageSize: '5Gi',
    },
  },
  {
    name: 'plain-ubuntu',
    namespace: SYSTEM_NAMESPACE,
    displayName: 'Plain Ubuntu',
    description: 'Ubuntu 24.04 with git and build tools, and nothing else.',
    icon: 'Terminal',
    category: 'custom',
    template: {
      image: `${IMAGES}/workspace-base:latest`,
      resources: { cpu: '2', memory: '4Gi' },
    },
  },
  {
    name: 'checkout-service',
    namespace: 'payments',
    displayName: 'Checkout service',
    description:
      'The checkout service and the library that it shares with the shop, side by side.',
    icon: 'ShoppingCart',
    category: 'backend',
    template: {
      image: `${IMAGES}/workspace-go:1.24`,
      repositories: [
        { url: `${GIT}/payments/checkout.git`, branch: 'main' },
        { url: `${GIT}/payments/money.git`, branch: 'main' },
      ],
      envFrom: { kind: 'Deployment', name: 'checkout', namespace: 'shop' },
      resources: { cpu: '4', memory: '8Gi' },
      storageSize: '20Gi',
    },
  },
  {
    name: 'ranking-lab',
    namespace: 'search',
    displayName: 'Ranking lab',
    description: 'Experiments with the ranking of search results.',
    icon: 'Search',
    category: 'data',
    template: {
      image: `${IMAGES}/workspace-python:3.13`,
      repositories: [{ url: `${GIT}/search/ranking.git`, branch: 'main' }],
      resources: { cpu: '4', memory: '16Gi' },
      storageSize: '50Gi',
    },
  },
];

/** The eight templates of the seed: six for everybody, one for each team. */
export function makeTemplates(createdAt: string): KubeObject[] {
  return TEMPLATES.map(
    ({
      name,
      namespace,
      displayName,
      description,
      icon,
      category,
      template,
    }) => {
      const ofTeam = namespace !== SYSTEM_NAMESPACE;
      return {
        apiVersion: BUTLER_API,
        kind: 'WorkspaceTemplate',
        metadata: {
          name,
          namespace,
          creationTimestamp: createdAt,
          ...(ofTeam && { labels: { [`${BUTLER}/team`]: namespace } }),
        },
        spec: {
          displayName,
          description,
          icon,
          category,
          scope: ofTeam ? 'team' : 'cluster',
          template,
        },
      };
    },
  );
}
