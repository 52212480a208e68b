export { DetailsPage } from './DetailsPage';
