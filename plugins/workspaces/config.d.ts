/**
 * Chambers has no settings of its own: what it shows follows from butler-backend's (`butler`), and
 * its page from Backstage's `app.extensions`.
 */
export interface Config {}
