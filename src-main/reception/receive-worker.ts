/** Entry of a thread that receives files of a large batch. */
import { workerData } from 'node:worker_threads';
import { answerPieces } from '../threads/answer-pieces.ts';
import type { ListedFile } from './list-files.ts';
import { arrivalsOf, type ReceiveOrder } from './receive-file.ts';

answerPieces((file) => arrivalsOf(file as ListedFile, workerData as ReceiveOrder));
