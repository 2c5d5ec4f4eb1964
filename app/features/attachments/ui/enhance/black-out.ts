import { drawAreas } from './draw-areas.ts'

drawAreas()
