/**
 * Chambers has no settings of its own: what it shows follows from butler-backend's (`butler`), and
 * its page from Backstage's `app.extensions`.
 */
export interface Config {
  butler?: {
    /**
     * See butler-backend. The list of workspaces names the first one on its buttons.
     *
     * @deepVisibility frontend
     */
    editors?: string[];
  };
}
