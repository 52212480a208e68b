/** Texts of `features/details`. */
export const detailsMessages = {
  saveAsTemplate: 'Save as template',
  createLike: 'Create one like it',
  loading: 'Loading the workspace',
  failed: 'The workspace could not be loaded',
  gone: {
    text: 'There is no workspace {{name}} in {{team}} that you may see. It has been deleted, or it is another person’s.',
  },
  deleting:
    'This workspace is being deleted, with its volume. It disappears from here when that is done.',
  announce: {
    phase: '{{name}} is now {{phase}}',
    connected: '{{name}} is now connected',
    deleting: '{{name}} is being deleted',
  },
  actions: {
    label: 'Actions',
  },
  progress: {
    elapsed: 'Begun {{elapsed}} ago.',
    elapsedOf:
      'Begun {{elapsed}} ago. A start usually takes {{usual}} on this cluster.',
    heading: 'Progress',
    ready: 'Ready',
    readySince: 'Ready since {{time}}',
    showSteps: 'Show the steps',
    steps: {
      volume: 'Volume',
      pod: 'Pod running',
      clone: 'Repositories cloned',
      dotfiles: 'Dotfiles installed',
      ssh: 'SSH server ready',
      ready: 'Workspace ready',
    },
    states: {
      done: 'Done',
      active: 'In progress',
      failed: 'Failed',
      waiting: 'Waiting',
      unknown: 'Not reported',
    },
  },
  failure: {
    title: 'This workspace has failed',
    again:
      'A failed workspace does not recover. Delete it, then create it again.',
    reasons: {
      ClusterNotFound:
        'Its cluster does not exist any more. Create the workspace on another cluster; a platform admin can say what became of this one.',
      WorkspacesDisabled:
        'Its cluster takes no workspaces. Create the workspace on another cluster, or ask a platform admin to enable workspaces there.',
      QuotaExceeded:
        'Its cluster has no room for another workspace. Delete one there that is no longer needed, choose another cluster, or ask a platform admin for more room.',
      SSHKeysRequired:
        'Its owner has no SSH key. The owner adds a public key to their Butler profile before creating it again.',
      TenantClientError:
        'Butler could not reach its cluster. Ask a platform admin to look at the cluster before you create the workspace again.',
      unknown: 'If it fails again, ask a platform admin to look at it.',
    },
    reported: 'Reported: {{message}}',
  },
  connection: {
    heading: 'Connection',
    others:
      'A workspace is private: only its owner, {{owner}}, can connect to it.',
    starting: 'You can connect as soon as the workspace is running.',
    stopped: 'Start the workspace to connect to it.',
    idle: 'Connect to get an address for SSH and for your editor.',
    waiting:
      'Waiting for an address. This takes from a few seconds to some minutes.',
    loading: 'Loading the SSH command',
    failed: 'The SSH command could not be loaded',
    ssh: 'SSH command',
    otherEditors:
      'VS Code and its kin need their Remote - SSH extension. Any other program connects to {{user}}@{{host}}, port {{port}}.',
  },
  hostKeys: {
    show: 'Set up checked host keys',
    missing: 'SSH cannot check yet whether it is your workspace that answers.',
    config:
      'With this, SSH refuses whatever is not your workspace. Add it to {{file}}, and replace an older block of the same name, since each connect may bring another address:',
    configName: 'SSH configuration',
    knownHosts: 'Add this to {{file}}, a file of its own:',
    knownHostsName: 'known_hosts lines',
    then: 'From then on connect by the name:',
    thenName: 'SSH command by name',
    openAs: 'Open in {{editor}} as {{alias}}',
    fingerprints:
      'If SSH asks about a fingerprint, answer yes only if it is one of these:',
  },
  facts: {
    heading: 'About this workspace',
    team: 'Team',
    cluster: 'Cluster',
    owner: 'Owner',
    image: 'Image',
    repositories: 'Repositories',
    noRepositories: 'None',
    branch: 'branch {{branch}}',
    directory: 'in {{directory}}',
    resources: 'Resources',
    resourcesValue: '{{cpu}} CPU, {{memory}} memory',
    storage: 'Storage',
    idleTimeout: 'Idle timeout',
    idleTimeoutValue: 'Disconnects {{duration}} after connecting',
    autoStop: 'Auto-stop',
    autoStopValue: 'Stops {{duration}} after the last disconnect',
    never: 'Never',
    created: 'Created',
    template: 'Template',
  },
} as const;
