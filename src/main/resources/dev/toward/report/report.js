"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const page = document.documentElement;
  const dialog = document.getElementById("behind");
  const list = document.getElementById("behind-list");
  const ofColour = name => getComputedStyle(page).getPropertyValue("--" + name).trim();
  const element = (tag, text, kind) => {
    const made = document.createElement(tag);
    if (text !== undefined) made.textContent = text;
    if (kind) made.className = kind;
    return made;
  };

  // The messages behind a number.
  const show = (reference, title) => {
    const number = data.behind[reference];
    document.getElementById("behind-title").textContent = title;
    list.replaceChildren();
    for (const place of number.shown.slice().reverse()) {
      const exchange = data.exchanges[place];
      const head = element("h3", exchange.when);
      if (exchange.chat) {
        head.append(" · ", element("bdi", exchange.chat));
      }
      list.append(head);
      for (const line of exchange.lines) {
        const who = element("span", undefined, "label" + (line.own ? " own-label" : ""));
        who.append(line.who ? element("bdi", line.who) : "It answers");
        const said = element("div", line.text, "said" + (line.own ? " own" : ""));
        said.dir = "auto";
        list.append(who, said);
      }
    }
    const more = number.open - number.shown.length;
    if (more > 0) {
      list.append(element("p", "and " + more.toLocaleString("en") + " more in messages.jsonl", "note"));
    }
    const hidden = number.all - number.open;
    if (hidden > 0) {
      list.append(element("p", hidden.toLocaleString("en")
        + (hidden === 1 ? " of these is" : " of these are") + " between others, and shown with --everyone", "note"));
    }
    dialog.showModal();
    document.getElementById("behind-close").focus();
    list.scrollTop = 0;
  };
  document.addEventListener("click", event => {
    const number = event.target.closest("[data-behind]");
    if (number) show(Number(number.dataset.behind), number.dataset.title);
    if (event.target === dialog) dialog.close();
  });
  document.getElementById("behind-close").addEventListener("click", () => dialog.close());

  // The charts.
  Chart.defaults.animation = false;
  Chart.defaults.maintainAspectRatio = false;
  Chart.defaults.font.family = 'system-ui, "Liberation Sans", sans-serif';
  Chart.defaults.plugins.legend.display = false;
  const inTime = seconds => seconds < 5400 ? Math.max(1, Math.round(seconds / 60)) + " min"
    : seconds < 129600 ? Math.round(seconds / 3600) + " h" : Math.round(seconds / 86400) + " d";
  const shortened = label => label.length > 22 ? label.slice(0, 21) + "…" : label;
  const opens = (figure, reference) => (event, found, chart) => {
    if (found.length > 0) {
      const behind = reference(found[0]);
      if (behind >= 0) show(behind, chart.options.plugins.title.text);
    }
  };
  const pointing = reference => (event, found) => {
    event.native.target.classList.toggle("opens", found.length > 0 && reference(found[0]) >= 0);
  };

  const bars = (figure, lying, stacked, unit) => {
    const reference = at => figure.series[at.datasetIndex].behind[at.index];
    const numbers = {
      stacked, beginAtZero: true, border: { display: false }, grid: { color: ofColour("line") },
      ticks: { color: ofColour("soft"), precision: 0, maxTicksLimit: 6 }
    };
    if (unit === "time") {
      Object.assign(numbers, { type: "logarithmic", min: 30, beginAtZero: false });
      const lines = [60, 600, 3600, 21600, 86400, 604800, 2592000];
      numbers.afterBuildTicks = axis => {
        axis.ticks = lines.filter(value => value >= axis.min && value <= axis.max).map(value => ({ value }));
      };
      numbers.suggestedMax = 3600;
      numbers.ticks.callback = value => ({ 60: "1 min", 600: "10 min", 3600: "1 h", 21600: "6 h", 86400: "1 day",
        604800: "1 week", 2592000: "30 days" })[value];
    }
    const names = {
      stacked, border: { color: ofColour("line") }, grid: { display: false },
      ticks: {
        color: ofColour(lying ? "ink" : "soft"), autoSkip: !lying, maxRotation: 0, autoSkipPadding: 18,
        callback(value) { return shortened(this.getLabelForValue(value)); }
      }
    };
    return {
      type: "bar",
      data: {
        labels: figure.labels,
        datasets: figure.series.map(series => ({
          label: series.name, data: stacked ? series.values : series.values.map(value => value || null), backgroundColor: ofColour(series.colour),
          borderRadius: stacked ? 0 : 4, maxBarThickness: lying ? 26 : 34, categoryPercentage: .8, barPercentage: .92,
          minBarLength: stacked ? 0 : 2
        }))
      },
      options: {
        indexAxis: lying ? "y" : "x",
        scales: lying ? { x: numbers, y: names } : { x: names, y: numbers },
        interaction: { mode: "nearest", intersect: true },
        onClick: opens(figure, reference), onHover: pointing(reference),
        plugins: {
          title: { display: false, text: figure.title },
          tooltip: {
            callbacks: {
              title: items => (figure.more[items[0].dataIndex] || {}).long || figure.labels[items[0].dataIndex],
              label: item => item.dataset.label + ": " + (unit === "time" ? inTime(item.raw) : item.raw)
            }
          }
        }
      }
    };
  };

  // One column for each week, one square for each day; on a narrow screen the latest weeks only.
  const calendar = (figure, width) => {
    const room = Math.max(16, Math.floor((width - 60) / 9));
    const first = Math.max(0, figure.labels.length - room);
    const shown = figure.days.filter(day => day.x >= first);
    const reference = at => shown[at.index].behind;
    const columns = Math.max(room > 26 ? 26 : 16, figure.labels.length - first);
    const colour = day => day.n === 0 ? ofColour("line")
      : ofColour("met") + ["55", "88", "bb", "ff"][Math.min(3, Math.floor(4 * day.n / (figure.most + 1)))];
    const side = context => {
      const area = context.chart.chartArea;
      return area ? Math.max(2.5, Math.min((area.right - area.left) / columns, (area.bottom - area.top) / 7) * .62) : 4;
    };
    const week = ["Mon", "", "Wed", "", "Fri", "", "Sun"];
    return {
      type: "scatter",
      data: {
        datasets: [{
          data: shown, pointStyle: "rect", pointRadius: side, pointHoverRadius: side, borderWidth: 0, clip: false,
          pointBackgroundColor: shown.map(colour), pointBorderColor: "transparent"
        }]
      },
      options: {
        scales: {
          x: {
            type: "linear", min: first - .6, max: first + columns - .4, grid: { display: false }, border: { display: false },
            afterBuildTicks: axis => {
              const ticks = [];
              for (let i = first; i < figure.labels.length; i++) {
                if ((i === first || figure.labels[i] !== figure.labels[i - 1])
                    && (ticks.length === 0 || i - ticks[ticks.length - 1].value >= columns / 6)) ticks.push({ value: i });
              }
              axis.ticks = ticks;
            },
            ticks: { color: ofColour("soft"), callback: value => figure.labels[value], autoSkip: false, maxRotation: 0, align: "start" }
          },
          y: {
            type: "linear", reverse: true, min: -.6, max: 6.6, grid: { display: false }, border: { display: false },
            afterBuildTicks: axis => { axis.ticks = [0, 2, 4, 6].map(value => ({ value })); },
            ticks: { color: ofColour("soft"), callback: value => week[value], autoSkip: false }
          }
        },
        interaction: { mode: "nearest", intersect: true },
        onClick: opens(figure, reference), onHover: pointing(reference),
        plugins: {
          title: { display: false, text: figure.title },
          tooltip: {
            callbacks: {
              label: item => item.raw.day + ": " + item.raw.n + " of " + item.raw.of + " turned toward"
            }
          }
        }
      }
    };
  };

  let charts = [];
  const draw = () => {
    charts.forEach(chart => chart.destroy());
    charts = data.figures.map(figure => {
      const canvas = document.getElementById("plot-" + figure.id);
      const box = canvas.parentElement;
      figure.title = document.getElementById(figure.id).textContent;
      const groups = figure.form === "waits" || figure.form === "gestures" ? figure.series.length : 1;
      if (figure.form === "calendar") {
        box.style.height = "12rem";
      } else if (figure.form !== "weeks") {
        box.style.height = 70 + figure.labels.length * (groups === 1 ? 36 : 14 + groups * 14) + "px";
      }
      const settings = figure.form === "calendar" ? calendar(figure, box.clientWidth)
        : figure.form === "weeks" ? bars(figure, false, true)
          : figure.form === "waits" ? bars(figure, true, false, "time")
            : figure.form === "gestures" ? bars(figure, true, false)
              : bars(figure, true, true);
      return new Chart(canvas, settings);
    });
    page.dataset.drawn = String(charts.length);
  };
  draw();
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);

  // Paper has no folds: tables and short lists stand open there. A long list that is folded stays so, with a line that says how long it is. Charts
  // are drawn for the paper's width, in its colours, and finer than for the screen.
  const longest = 12;
  const fineness = Chart.defaults.devicePixelRatio;
  let unfolded = [];
  addEventListener("beforeprint", () => {
    unfolded = [...document.querySelectorAll("details:not([open])")]
      .filter(details => details.querySelectorAll(".moment").length <= longest);
    unfolded.forEach(details => { details.open = true; });
    page.classList.add("printing");
    Chart.defaults.devicePixelRatio = 2;
    draw();
  });
  addEventListener("afterprint", () => {
    unfolded.forEach(details => { details.open = false; });
    page.classList.remove("printing");
    Chart.defaults.devicePixelRatio = fineness;
    draw();
  });
})();
