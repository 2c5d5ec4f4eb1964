export const statements: readonly string[] = [
  // Appeals that an act ended without an answer are open no more.
  `alter table appeal_figure drop constraint appeal_figure_measure_check`,
  `alter table appeal_figure add constraint appeal_figure_measure_check
    check (measure in
      ('received', 'intent', 'answered', 'answeredOnTime', 'answerDays', 'forwarded', 'withdrawn', 'ended'))`,
]
