export interface Config {
  auth?: {
    providers?: {
      butlerPersonas?: {
        /**
         * The personas of a development Portal, shown on the sign-in page. Described by
         * `@butler-portal/plugin-auth-backend-module-butler`.
         *
         * @deepVisibility frontend
         */
        personas?: Array<{
          name: string;
          title: string;
          description?: string;
        }>;
      };
    };
  };
}
