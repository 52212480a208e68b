export interface Config {
  butler: {
    /**
     * How Butler's management cluster is reached. Exactly one of `kubeconfig`, `url` and
     * `inCluster`.
     */
    managementCluster: {
      /** A kubeconfig file, for development and for a Portal outside the cluster. */
      kubeconfig?: {
        /** Path of the file. */
        path: string;
        /** Context to use; the file's current context when left out. */
        context?: string;
      };
      /** Address of the API server, `https://…`. Needs `token` or `tokenFile`. */
      url?: string;
      /** File with the CA certificate of the API server (PEM). The system's CAs when left out. */
      caFile?: string;
      /** The same certificate, base64-encoded as in a kubeconfig. */
      caData?: string;
      /**
       * Token of the Portal's service account.
       * @visibility secret
       */
      token?: string;
      /** File with the token. It is read again and again, so a token that rotates is picked up. */
      tokenFile?: string;
      /**
       * The namespaces of the teams that this Portal serves, for a service account that may not list
       * workspaces, templates and tenant clusters everywhere. Default: everywhere. `butler-system`
       * is always read for the cluster templates, and Teams and Users are always read as a whole.
       */
      namespaces?: string[];
      /** `true`: the service account of the pod that the Portal runs in. */
      inCluster?: true;
    };
    impersonation?: {
      /**
       * Whether writes go out as the person who asks, so that Kubernetes authorises and audits the
       * person. Default: true. With `false` the Portal's service account writes, and the Portal's
       * own access rules are the only guard.
       */
      enabled?: boolean;
    };
    /**
     * Which editors are offered for a connected workspace, the first one first. Known are `vscode`,
     * `vscode-insiders`, `vscodium`, `cursor`, `windsurf`, `zed`, `jetbrains-gateway` and
     * `jetbrains-toolbox`. Default: `vscode`, `cursor`, `windsurf`, `zed`, `jetbrains-gateway`.
     */
    editors?: string[];
    limits?: {
      /**
       * How many requests of one person are answered at once; one more is a 429. Default: 40, which
       * no browser reaches. Raise it for a person whose scripts do.
       */
      requestsPerUser?: number;
      /**
       * How many event streams one person may have open, one a browser tab; one more is a 429.
       * Default: 40.
       */
      streamsPerUser?: number;
      /**
       * How many terminals one person may have open at each replica of the backend. Default: 8.
       */
      terminalsPerUser?: number;
    };
    /** The images that the Portal proposes for workspaces and templates. Others can be typed. */
    images?: {
      /** Title for people. */
      name: string;
      /** Image reference, such as `ghcr.io/acme/workspace-go:1.24`. */
      image: string;
      /** What is in it, in a line or two. */
      description?: string;
      /** Name of a Material icon such as `Code`, or an `https://` address of a picture. */
      icon?: string;
    }[];
    permissions?: {
      /**
       * For how many seconds, 0 to 60, what Backstage's permission policy says about reading is
       * remembered for a person. Default: 5. Each question is an HTTP request; what changes
       * something is always asked about.
       */
      cacheSeconds?: number;
    };
    workspaces?: {
      /** Who one logs in as over SSH. Default: `dev`; older images use `coder`. */
      loginUser?: string;
    };
  };
}
