/** Texts of the components that all of Chambers' screens share. */
export const componentMessages = {
  phase: {
    Pending: 'Pending',
    Creating: 'Creating',
    Running: 'Running',
    Starting: 'Starting',
    Stopped: 'Stopped',
    Failed: 'Failed',
    deleting: 'Deleting',
    connected: 'Connected',
  },
  status: {
    deleting: 'Removing the pod and the volume',
    waitingForCluster: 'Waiting for the cluster to be ready',
    volume: 'Preparing the volume',
    pullingImage: 'Pulling the image',
    pod: 'Starting the pod',
    clone: 'Cloning the repositories',
    dotfiles: 'Installing the dotfiles',
    ssh: 'Starting the SSH server',
    ready: 'Nearly ready',
    address: 'Waiting for an address',
    startAsked: 'Starts in a moment',
    stops: 'Stops {{when}}',
    disconnects: 'Disconnects {{when}}',
    ClusterNotFound: 'Its cluster does not exist',
    WorkspacesDisabled: 'Its cluster takes no workspaces',
    QuotaExceeded: 'Its cluster is full',
    SSHKeysRequired: 'Its owner has no SSH key',
    TenantClientError: 'Its cluster could not be reached',
  },
  action: {
    connect: 'Connect',
    disconnect: 'Disconnect',
    start: 'Start',
    stop: 'Stop',
    delete: 'Delete',
    cancel: 'Cancel',
    dismiss: 'Dismiss',
    retry: 'Try again',
    copy: 'Copy {{what}}',
    open: 'Open in {{editor}}',
    openOther: 'Open in another editor',
    noLink:
      '{{editor}} cannot be opened at this address. Use the SSH command instead.',
    copied: '{{what}} copied.',
    notCopied:
      'The browser did not allow copying {{what}}. Select the text and copy it by hand.',
  },
  form: {
    kept: 'What you have typed is kept in this tab. It is back in the form as soon as you may fill it in again.',
  },
  picker: {
    noMatch: 'Nothing of that name.',
  },
  suggest: {
    open: 'Show what can be chosen',
    close: 'Hide what can be chosen',
    clear: 'Empty the field',
  },
  obstacle: {
    deleting: 'It is being deleted.',
    failed: 'It has failed. Delete it, then create it again.',
    notRunning: 'It is not running. Start it first.',
    notStopped: 'It is not stopped.',
    stillStarting: 'It is still starting.',
    pending: 'Another action is under way.',
  },
  failed: {
    connect: '{{name}} could not be connected',
    disconnect: '{{name}} could not be disconnected',
    start: '{{name}} could not be started',
    stop: '{{name}} could not be stopped',
    delete: '{{name}} could not be deleted',
  },
  /** An action whose answer was lost. */
  unknown: {
    connect: 'It is not known whether {{name}} was connected',
    disconnect: 'It is not known whether {{name}} was disconnected',
    start: 'It is not known whether {{name}} was started',
    stop: 'It is not known whether {{name}} was stopped',
    delete: 'It is not known whether {{name}} was deleted',
  },
  error: {
    requestId: 'Request id, to quote when you ask for help: {{id}}',
  },
  stale: {
    portal:
      'Not live since {{since}}: the connection to the Portal is lost and is tried again by itself. Showing what was known then.',
    cluster:
      'Not live since {{since}}: the Portal has lost the Butler management cluster and tries to reach it again. Showing what was known then.',
  },
  stop: {
    title: 'Stop {{name}} while it is connected?',
    body: 'Everyone who is connected to {{name}} is cut off, and everything that runs in it ends. The volume stays with all files.',
  },
  delete: {
    title: 'Delete {{name}}',
    body: 'The workspace and its volume are deleted, with everything in it that is not pushed to a repository. Nobody can bring it back.',
    label: 'Type {{name}} to delete it',
  },
  template: {
    search: 'Search templates',
    category: 'Category',
    allCategories: 'All',
    categories: {
      backend: 'Backend',
      frontend: 'Frontend',
      data: 'Data',
      devops: 'DevOps',
      custom: 'Custom',
    },
    scopeCluster: 'Every team',
    scopeTeam: 'This team',
    size: '{{cpu}} CPU, {{memory}} memory, {{storage}} storage',
  },
  yaml: {
    save: 'Save as a file',
    failed: 'The YAML could not be shown',
  },
  page: {
    back: 'Back to the workspaces',
    toList: 'Back to workspaces',
    notFound: 'Page not found',
    notFoundText:
      'There is nothing at this address. It may have been cut short.',
    backToTemplates: 'Back to the templates',
  },
} as const;
