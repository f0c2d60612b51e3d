/** Entry of a thread that verifies files of a large batch. */
import { workerData } from 'node:worker_threads';
import { answerPieces } from '../threads/answer-pieces.ts';
import { verifyPath, type FilesOrder } from './verify-each.ts';

answerPieces((path) => verifyPath(path as string, workerData as FilesOrder));
