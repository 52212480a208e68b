export interface Config {
  auth?: {
    providers?: {
      /**
       * Sign-in without a password, as one of a few personas. For development only: the backend
       * does not start with it when NODE_ENV is anything but `development`.
       */
      butlerPersonas?: {
        /** Who one can sign in as; the sign-in page shows these. */
        personas: Array<{
          /** Short name, unique, such as `developer`. */
          name: string;
          /** What the sign-in page calls the persona. */
          title: string;
          /** One line on what the persona may do. */
          description?: string;
          /** The catalog User, such as `user:default/developer`. */
          userEntityRef: string;
        }>;
      };
    };
  };
}
