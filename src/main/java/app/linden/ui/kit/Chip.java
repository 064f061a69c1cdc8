package app.linden.ui.kit;

import app.linden.layout.Syllables;
import app.linden.model.Mark;
import app.linden.model.Occurrence;

import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Border;
import javafx.scene.layout.BorderStroke;
import javafx.scene.layout.BorderStrokeStyle;
import javafx.scene.layout.BorderWidths;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

import org.jspecify.annotations.Nullable;

import java.text.Bidi;
import java.util.Objects;

/**
 * One occurrence as it is drawn: a line or a bar in a month, a box in a week. Chips are reused:
 * {@link #show} turns one into another. Lives on JavaFX's thread.
 */
public final class Chip extends Region {
    /** How much room there is, and so what is said. */
    public enum Shape {
        /** One line with dot, title and time. */
        LINE,
        /** A filled line that may go on at either end. */
        BAR,
        /** An area at its times. */
        BOX
    }

    /**
     * What a chip shows.
     *
     * @param time in words, empty where the position says it
     * @param startsHere whether its left or upper edge is its beginning
     * @param endsHere whether its right or lower edge is its end
     */
    public record Content(
            Occurrence occurrence,
            Shape shape,
            String calendarColor,
            String time,
            String spoken,
            boolean startsHere,
            boolean endsHere) {}

    private static final PseudoClass FRESH = PseudoClass.getPseudoClass("fresh");
    private static final PseudoClass NEWS = PseudoClass.getPseudoClass("news");
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass DRAGGED = PseudoClass.getPseudoClass("dragged");
    private static final PseudoClass CANCELLED = PseudoClass.getPseudoClass("cancelled");

    private static final Color FRESH_GROUND = Color.rgb(212, 160, 23, 0.28);
    private static final Color SELECTED_GROUND = Color.rgb(9, 105, 218, 0.18);
    private static final double EDGE = 3;
    private static final double DOT = 8;
    private static final double RADIUS = 4;
    private static final double PAD = 6;

    /** A title that has to be cut gets so much before there is room for the time. */
    private static final double TITLE = 64;

    /** Narrower than this a time says less than nothing. */
    private static final double TIMES = 64;

    private final Region accent = new Region();
    private final Label time = new Label();
    private final Label title = new Label();
    private final Label place = new Label();
    private final Label badge = new Label();
    private @Nullable Content content;
    private @Nullable String newsBy;
    private boolean darkShown;
    private boolean amongSeveral;

    /** The title as it is, whatever the label makes of it. */
    private String name = "";

    private @Nullable String fitted;
    private double fittedTo = -1;
    private @Nullable Font fittedIn;

    /** The colour of a sign that says nothing new. */
    private Color signFill = Color.GRAY;

    public Chip() {
        getStyleClass().add("chip");
        time.getStyleClass().add("chip-time");
        title.getStyleClass().add("chip-title");
        place.getStyleClass().add("chip-place");
        badge.getStyleClass().add("chip-badge");
        setAccessibleRole(AccessibleRole.BUTTON);
        for (Label label : new Label[] {time, title, place, badge}) {
            label.setMouseTransparent(true);
            label.setMinWidth(0);
        }
        accent.setMouseTransparent(true);
        getChildren().addAll(accent, time, title, place, badge);
    }

    /** What this shows now; null before the first. */
    public @Nullable Content content() {
        return content;
    }

    /** Shows another occurrence, or the same one after a change. */
    public void show(Content next, boolean dark) {
        if (next.equals(content) && dark == darkShown) {
            return;
        }
        content = next;
        darkShown = dark;
        Occurrence o = next.occurrence();
        name = o.title().isBlank() ? Texts.text("event.untitled") : o.title();
        fittedTo = -1;
        title.setText(name);
        time.setText(next.time());
        String where = o.place();
        place.setText(where == null ? "" : where);
        place.setVisible(next.shape() == Shape.BOX && where != null);
        pseudoClassStateChanged(CANCELLED, o.is(Mark.CANCELLED) || o.is(Mark.DECLINED));
        paint(next, dark);
        badge(next);
        requestLayout();
    }

    /**
     * Says who made or changed this since the person looked.
     *
     * @param who a name, null when there is nothing new
     */
    public void news(@Nullable String who) {
        Content c = content;
        if (c == null || Objects.equals(who, newsBy)) {
            return;
        }
        newsBy = who;
        badge(c);
        requestLayout();
    }

    /** Says that this is one of several that are selected. */
    void among(boolean several) {
        Content c = content;
        if (c != null && several != amongSeveral) {
            amongSeveral = several;
            speak(c);
        }
    }

    private void speak(Content c) {
        String said = c.spoken();
        if (newsBy != null) {
            said += ", " + Texts.text("chip.news", newsBy);
        }
        setAccessibleText(amongSeveral ? said + ", " + Texts.text("chip.selected") : said);
    }

    private void badge(Content c) {
        String sign = badge(c.occurrence(), c.shape());
        String who = newsBy;
        boolean news = who != null && !sign.equals("!") && !sign.equals("↑");
        pseudoClassStateChanged(NEWS, news);
        badge.setText(news ? Initials.of(who == null ? "" : who, "●") : sign);
        badge.setVisible(!badge.getText().isEmpty());
        badge.setTextFill(news ? Color.web(darkShown ? "#4493f8" : "#0969da") : signFill);
        speak(c);
    }

    /** A line has no edge that could shine, so its ground says it. */
    public void mark(boolean fresh, boolean selected, boolean dragged) {
        boolean line = content != null && content.shape() == Shape.LINE;
        pseudoClassStateChanged(FRESH, fresh && !line);
        pseudoClassStateChanged(SELECTED, selected && !line);
        pseudoClassStateChanged(DRAGGED, dragged);
        if (line) {
            Color ground = fresh ? FRESH_GROUND : SELECTED_GROUND;
            setBackground(
                    fresh || selected || dragged
                            ? fill(ground, new CornerRadii(RADIUS), Insets.EMPTY)
                            : Background.EMPTY);
        }
    }

    /** A wrapped label with a right-to-left text fails in JavaFX's text layout. */
    private static boolean isLeftToRight(String text) {
        return !Bidi.requiresBidi(text.toCharArray(), 0, text.length());
    }

    private static String badge(Occurrence o, Shape shape) {
        if (o.is(Mark.CONFLICT)) {
            return "!";
        }
        if (o.is(Mark.UNSENT)) {
            return "↑";
        }
        return o.is(Mark.RECURRING) && shape == Shape.BOX ? "↻" : "";
    }

    private void paint(Content c, boolean dark) {
        String own = c.occurrence().color();
        Tint tint = Tint.of(own == null ? c.calendarColor() : own, dark);
        boolean soft = c.occurrence().is(Mark.TENTATIVE) || c.occurrence().is(Mark.DECLINED);
        if (c.shape() == Shape.LINE) {
            setBackground(Background.EMPTY);
            setBorder(Border.EMPTY);
            accent.setBackground(fill(tint.accent(), new CornerRadii(DOT / 2), Insets.EMPTY));
            title.setTextFill(dark ? Color.web("#e6edf3") : Color.web("#1f2328"));
            Color quiet = dark ? Color.web("#9198a1") : Color.web("#59636e");
            time.setTextFill(quiet);
            signFill = quiet;
            return;
        }
        CornerRadii corners = corners(c);
        setBackground(
                soft ? fill(page(dark), corners, Insets.EMPTY) : layered(tint, corners, dark));
        setBorder(
                soft
                        ? new Border(
                                new BorderStroke(
                                        tint.accent(),
                                        BorderStrokeStyle.DASHED,
                                        corners,
                                        new BorderWidths(1)))
                        : Border.EMPTY);
        boolean hasEdge = c.shape() == Shape.BOX ? true : c.startsHere();
        accent.setVisible(hasEdge);
        accent.setBackground(
                fill(tint.accent(), new CornerRadii(RADIUS, 0, 0, RADIUS, false), Insets.EMPTY));
        title.setTextFill(tint.text());
        time.setTextFill(tint.muted());
        place.setTextFill(tint.muted());
        signFill = tint.muted();
    }

    /** An opaque page below the tint, so that neighbours do not shine through. */
    private static Background layered(Tint tint, CornerRadii corners, boolean dark) {
        return new Background(
                new BackgroundFill(page(dark), corners, Insets.EMPTY),
                new BackgroundFill(tint.fill(), corners, Insets.EMPTY));
    }

    private static Color page(boolean dark) {
        return dark ? Color.web("#0d1117") : Color.WHITE;
    }

    private static CornerRadii corners(Content c) {
        double begin = c.startsHere() ? RADIUS : 0;
        double end = c.endsHere() ? RADIUS : 0;
        return c.shape() == Shape.BOX
                ? new CornerRadii(begin, begin, end, end, false)
                : new CornerRadii(begin, end, end, begin, false);
    }

    private static Background fill(Color color, CornerRadii corners, Insets insets) {
        return new Background(new BackgroundFill(color, corners, insets));
    }

    @Override
    protected void layoutChildren() {
        Content c = content;
        if (c == null) {
            return;
        }
        switch (c.shape()) {
            case LINE, BAR -> {
                title.setWrapText(false);
                if (c.shape() == Shape.LINE) {
                    layoutLine();
                } else {
                    layoutBar();
                }
            }
            case BOX -> layoutBox();
        }
    }

    /** The title comes first; the time stands at the right edge while there is room for both. */
    private void layoutLine() {
        double h = getHeight();
        accent.resizeRelocate(2, Math.round((h - DOT) / 2), DOT, DOT);
        double x = DOT + PAD;
        double right = getWidth() - placeBadge(h) - 2;
        double timeWidth = time.getText().isEmpty() ? 0 : Math.ceil(time.prefWidth(-1));
        double whole = Math.ceil(title.prefWidth(-1));
        double beside = right - x - timeWidth - 4;
        // A title that could stand here whole is not cut for its time.
        boolean cutAnyway = whole > right - x && beside >= TITLE;
        time.setVisible(timeWidth > 0 && (beside >= whole || cutAnyway));
        if (time.isVisible()) {
            right -= timeWidth;
            centered(time, right, timeWidth, h);
            right -= 4;
        }
        centered(title, x, Math.max(0, right - x), h);
    }

    private void layoutBar() {
        double h = getHeight();
        accent.resizeRelocate(0, 0, EDGE, h);
        double x = accent.isVisible() ? EDGE + PAD - 1 : PAD;
        double right = getWidth() - placeBadge(h) - 4;
        double timeWidth = time.getText().isEmpty() ? 0 : Math.ceil(time.prefWidth(-1));
        time.setVisible(timeWidth > 0 && right - x - timeWidth > 60);
        if (time.isVisible()) {
            right -= timeWidth;
            centered(time, right, timeWidth, h);
            right -= 4;
        }
        centered(title, x, Math.max(0, right - x), h);
    }

    private double placeBadge(double h) {
        if (!badge.isVisible() || getWidth() < 60) {
            badge.resize(0, 0);
            return 0;
        }
        double w = Math.ceil(badge.prefWidth(-1));
        centered(badge, getWidth() - w - 4, w, h);
        return w + 4;
    }

    private static void centered(Label label, double x, double width, double height) {
        double h = label.prefHeight(-1);
        label.resizeRelocate(x, Math.round((height - h) / 2), width, h);
    }

    /** Title, then time, then place, as far as there is room; a low box says all in one line. */
    private void layoutBox() {
        double w = getWidth();
        double h = getHeight();
        accent.resizeRelocate(0, 0, EDGE, h);
        double x = EDGE + PAD - 1;
        double inner = Math.max(0, w - x - 4);
        double line = Math.ceil(time.prefHeight(-1));
        double top = h < line + 6 ? Math.floor((h - line) / 2) : 3;
        double badgeWidth = badge.isVisible() ? Math.ceil(badge.prefWidth(-1)) : 0;
        Content c = content;
        boolean mustSay =
                c != null && (c.occurrence().is(Mark.CONFLICT) || c.occurrence().is(Mark.UNSENT));
        double natural = Math.ceil(naturalWidth());
        // Words before signs: only what is not yet with the others is worth a part of the title.
        if (badgeWidth > 0 && (mustSay || natural + badgeWidth + 4 <= inner)) {
            badge.resizeRelocate(w - badgeWidth - 4, top, badgeWidth, line);
            badgeWidth += 4;
        } else {
            badge.resize(0, 0);
            badgeWidth = 0;
        }
        double titleWidth = Math.max(0, inner - badgeWidth);
        boolean oneLine = h < 2 * line + 6;
        double one = Math.ceil(title.prefHeight(-1));
        if (oneLine) {
            layoutInOneLine(x, top, titleWidth, natural, one);
            return;
        }
        double lines = Math.max(1, Math.floor((h - top - 2) / one));
        String fitted = natural <= titleWidth ? name : fitted(titleWidth);
        boolean mayWrap = fitted != null && isLeftToRight(name);
        if (lines == 1 && mayWrap && natural > titleWidth && h >= 2 * one + 2) {
            // The place of a box tells its time, but nothing tells the rest of its title.
            lines = 2;
            top = Math.floor((h - 2 * one) / 2);
        }
        boolean wraps = lines > 1 && mayWrap;
        title.setText(wraps && fitted != null ? fitted : name);
        title.setWrapText(wraps);
        double wanted = wraps ? Math.ceil(title.prefHeight(titleWidth)) : one;
        double titleHeight = Math.max(one, Math.min(wanted, lines * one));
        title.setAlignment(Pos.TOP_LEFT);
        title.resizeRelocate(x, top, titleWidth, titleHeight);
        double y = top + titleHeight;
        time.setVisible(!time.getText().isEmpty() && inner >= TIMES && y + line <= h);
        if (time.isVisible()) {
            time.resizeRelocate(x, y, inner, line);
            y += line;
        }
        boolean roomForPlace = !place.getText().isEmpty() && inner >= TIMES && y + line <= h;
        place.resizeRelocate(x, y, roomForPlace ? inner : 0, roomForPlace ? line : 0);
    }

    /**
     * The title so that each of its words fits into a line; left alone, a label breaks words into
     * letters. Null when one does not fit.
     */
    private @Nullable String fitted(double width) {
        if (width != fittedTo || !title.getFont().equals(fittedIn)) {
            fittedTo = width;
            fittedIn = title.getFont();
            Text word = new Text();
            word.setFont(title.getFont());
            fitted =
                    Syllables.fit(
                            name,
                            width - 1,
                            part -> {
                                word.setText(part);
                                return word.getLayoutBounds().getWidth();
                            });
        }
        return fitted;
    }

    /** What the title takes when it is not wrapped. */
    private double naturalWidth() {
        title.setText(name);
        title.setWrapText(false);
        return title.prefWidth(-1);
    }

    private void layoutInOneLine(
            double x, double top, double width, double natural, double height) {
        double titleNow = Math.min(width, natural);
        title.resizeRelocate(x, top, titleNow, height);
        double left = width - titleNow - 6;
        double timeWidth = Math.ceil(time.prefWidth(-1));
        time.setVisible(!time.getText().isEmpty() && left > timeWidth);
        if (time.isVisible()) {
            double timeHeight = time.prefHeight(-1);
            time.resizeRelocate(
                    x + titleNow + 6, top + (height - timeHeight) / 2, timeWidth, timeHeight);
        }
        place.resize(0, 0);
    }
}
