/**
 * Configuration of the app and the backend that depends on the flags, as Backstage reads it from
 * the environment.
 *
 * @param {{app: number, backend: number}} ports
 * @param {string} kubeconfig the backend's; absolute path
 * @returns {Record<string, string>}
 */
export function portalEnvironment(ports, kubeconfig) {
  const appUrl = `http://localhost:${ports.app}`;
  return {
    NODE_ENV: 'development',
    BUTLER_KUBECONFIG: kubeconfig,
    APP_CONFIG_app_baseUrl: JSON.stringify(appUrl),
    APP_CONFIG_backend_baseUrl: JSON.stringify(
      `http://localhost:${ports.backend}`,
    ),
    APP_CONFIG_backend_listen_port: String(ports.backend),
    APP_CONFIG_backend_cors_origin: JSON.stringify(appUrl),
    // The CLI would open a browser window on a desktop.
    BROWSER: 'none',
  };
}
