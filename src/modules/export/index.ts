export { ExportCursors } from './export.cursor';
export { exportRoutes } from './export.route';
export { ExportService } from './export.service';
