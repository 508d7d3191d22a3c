// Draws the numbers of the page's tables as bars. Colours come from app.css, for light and dark.
(() => {
  const charts = [];
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const shortDay = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', timeZone: 'UTC' });

  const series = (i) => colour(`--series-${(i % 7) + 1}`);

  const paint = (chart) => {
    chart.data.datasets.forEach((set, i) => { set.backgroundColor = series(i); });
    Object.values(chart.options.scales).forEach((axis) => {
      axis.ticks.color = colour('--pico-muted-color');
      axis.grid.color = colour('--pico-muted-border-color');
    });
    chart.options.plugins.legend.labels.color = colour('--pico-color');
    chart.update('none');
  };

  document.querySelectorAll('canvas[data-chart]').forEach((canvas) => {
    const { labels, series: sets } = JSON.parse(canvas.dataset.chart);
    if (sets.length === 0) {
      return;
    }
    canvas.closest('figure').hidden = false;
    const chart = new window.Chart(canvas, {
      type: 'bar',
      data: {
        labels: labels.map((day) => shortDay.format(new Date(day))),
        // With no colour from the start the library would choose its own, and might keep to it.
        datasets: sets.map(({ name, values }, i) => ({ label: name, data: values, backgroundColor: series(i), borderRadius: 2, maxBarThickness: 28 })),
      },
      options: {
        animation: false,
        maintainAspectRatio: false,
        interaction: { mode: 'index', intersect: false },
        scales: {
          x: { stacked: !('apart' in canvas.dataset), grid: { display: false }, ticks: { maxRotation: 0, autoSkipPadding: 16 } },
          y: { stacked: !('apart' in canvas.dataset), beginAtZero: true, border: { display: false }, grid: {}, ticks: { maxTicksLimit: 6, precision: 'whole' in canvas.dataset ? 0 : undefined } },
        },
        plugins: {
          legend: { position: 'bottom', align: 'start', labels: { boxWidth: 12, boxHeight: 12 } },
          tooltip: { filter: (item) => item.raw > 0 },
        },
      },
    });
    charts.push(chart);
    paint(chart);
  });
  dark.addEventListener('change', () => charts.forEach(paint));
})();
