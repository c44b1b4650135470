"""Draw bars with matplotlib, once: SVG that takes its colours from the page and holds its words as text."""

from __future__ import annotations

import io
import textwrap
from typing import TYPE_CHECKING, Any

from protocheck.batch.dashboard.bars import Bars, Series
from protocheck.batch.dashboard.svg import INK, LINE, PAPER, SERIES, inline

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_WIDTH = 7.2  # inches; the page makes it as wide as there is room
_HATCHES = {
    "partial": "///",
    "conditional": "///",
    "warning": "///",
    "unmet": "xxx",
    "negative": "xxx",
    "error": "xxx",
    "unreadable": "---",
    "info": "---",
}
_SETTINGS: dict[str, Any] = {
    "svg.fonttype": "none",  # words stay words
    "font.family": "DejaVu Sans",
    "font.size": 10,
    "hatch.linewidth": 0.8,
    "axes.edgecolor": LINE,
    "axes.labelcolor": INK,
    "text.color": INK,
    "xtick.color": INK,
    "ytick.color": INK,
    "text.parse_math": False,  # a dollar in a name is a dollar
}
_LABEL = 40  # characters of a label before it goes on on the next line
_NARROW = 0.04  # of the axis: a part smaller than this has no room for its number


def draw(bars: Bars) -> str:
    """Return the chart as SVG to put into a page: the same bytes for the same bars."""
    import matplotlib as mpl  # noqa: PLC0415 - heavy, and from an extra
    from matplotlib.backends.backend_svg import FigureCanvasSVG  # noqa: PLC0415 - the same
    from matplotlib.figure import Figure  # noqa: PLC0415 - the same

    out = io.BytesIO()
    settings: Any = {**_SETTINGS, "svg.hashsalt": bars.id}  # matplotlib types each key apart
    with mpl.rc_context(settings):
        figure = Figure(figsize=(_WIDTH, _height(bars)), layout="constrained")
        FigureCanvasSVG(figure)
        figure.patch.set_visible(False)
        axes = figure.add_subplot()
        axes.patch.set_visible(False)
        _fill(axes, bars)
        _dress(axes, bars)
        figure.savefig(
            out, format="svg", metadata={"Date": None, "Creator": None, "Format": None, "Type": None}
        )
    return inline(out.getvalue(), bars.id)


def _height(bars: Bars) -> float:
    if not bars.lying:
        return 3.6
    lines = sum(len(_wrapped(label).split("\n")) for label in bars.labels)
    return 1.1 + 0.2 * lines + 0.16 * len(bars.labels)


def _wrapped(label: str) -> str:
    return "\n".join(textwrap.wrap(label, _LABEL, max_lines=2, placeholder=" …")) or "-"


def _fill(axes: Axes, bars: Bars) -> None:
    """Stack the series, and write the number into each part that has room for it."""
    places = range(len(bars.labels))
    ends = [0.0] * len(bars.labels)
    longest = max(
        (sum(values) for values in zip(*(each.values for each in bars.series), strict=True)), default=0
    )
    for series in bars.series:
        if not any(series.values):
            continue
        drawn = _stack(axes, bars, series, ends)
        for bar in drawn:
            bar.set_hatch(_HATCHES.get(series.key))
        for place, value in zip(places, series.values, strict=True):
            if value > longest * _NARROW:
                _number(axes, bars, place, ends[place] + value / 2, value)
            ends[place] += value


def _stack(axes: Axes, bars: Bars, series: Series, ends: list[float]) -> Any:
    look: dict[str, Any] = {
        "facecolor": SERIES[series.key],
        "edgecolor": PAPER,
        "linewidth": 0.8,
        "label": series.name,
    }
    if bars.lying:
        return axes.barh(range(len(ends)), series.values, 0.74, ends, **look)
    return axes.bar(range(len(ends)), series.values, 0.74, ends, **look)


def _number(axes: Axes, bars: Bars, place: int, middle: float, value: float) -> None:
    x, y = (middle, place) if bars.lying else (place, middle)
    box = {"boxstyle": "round,pad=0.18", "facecolor": PAPER, "edgecolor": "none"}
    axes.text(x, y, figure_of(value, bars.decimals), ha="center", va="center", fontsize=8.5, bbox=box)


def _dress(axes: Axes, bars: Bars) -> None:
    """Name the bars and the axis, and leave out every line that says nothing."""
    from matplotlib.ticker import FuncFormatter, MaxNLocator  # noqa: PLC0415 - heavy, and from an extra

    for side in ("top", "right", "left" if bars.lying else "bottom"):
        axes.spines[side].set_visible(False)
    long, short = (axes.xaxis, axes.yaxis) if bars.lying else (axes.yaxis, axes.xaxis)
    short.set_ticks(range(len(bars.labels)), labels=[_wrapped(label) for label in bars.labels])
    axes.tick_params(length=0)
    axes.set_axisbelow(True)
    axes.grid(axis="x" if bars.lying else "y", color=LINE, linewidth=0.6)
    long.set_major_locator(MaxNLocator(6, integer=not bars.decimals, steps=[1, 2, 5, 10]))
    long.set_major_formatter(FuncFormatter(lambda value, _at: figure_of(value, bars.decimals)))
    long.set_label_text(bars.axis)
    if bars.lying:
        axes.set_ylim(len(bars.labels) - 0.4, -0.6)
    else:
        axes.set_xlim(-0.6, len(bars.labels) - 0.4)
    if len(axes.containers) > 1:
        axes.legend(
            loc="lower left",
            bbox_to_anchor=(0, 1.0),
            ncols=4,
            frameon=False,
            borderaxespad=0.4,
            handlelength=1.6,
        )


def figure_of(value: float, decimals: int) -> str:
    """Return a figure as it is written in Dutch: '1,5'."""
    return f"{value:.{decimals}f}".replace(".", ",")
