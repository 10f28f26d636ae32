//! Rectangles of the screen, and how one is parted from another.

/// A rectangle of the screen, in columns and rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Area {
    /// The column of its left edge.
    pub x: u16,
    /// The row of its top edge.
    pub y: u16,
    /// How many columns.
    pub width: u16,
    /// How many rows.
    pub height: u16,
}

impl Area {
    /// The area of a whole screen.
    #[must_use]
    pub fn of(size: (u16, u16)) -> Self {
        Self { x: 0, y: 0, width: size.0, height: size.1 }
    }

    /// Splits `n` columns off the left.
    #[must_use]
    pub fn left(self, n: u16) -> (Self, Self) {
        let n = n.min(self.width);
        (Self { width: n, ..self }, Self { x: self.x + n, width: self.width - n, ..self })
    }

    /// Splits `n` rows off the top.
    #[must_use]
    pub fn top(self, n: u16) -> (Self, Self) {
        let n = n.min(self.height);
        (Self { height: n, ..self }, Self { y: self.y + n, height: self.height - n, ..self })
    }

    /// Splits `n` rows off the foot: what is above, then the foot.
    #[must_use]
    pub fn foot(self, n: u16) -> (Self, Self) {
        self.top(self.height.saturating_sub(n))
    }

    /// What is inside a border.
    #[must_use]
    pub fn inside(self) -> Self {
        Self {
            x: self.x.saturating_add(1),
            y: self.y.saturating_add(1),
            width: self.width.saturating_sub(2),
            height: self.height.saturating_sub(2),
        }
    }

    /// A rectangle of at most this size in the middle of it.
    #[must_use]
    pub fn middle(self, width: u16, height: u16) -> Self {
        let (width, height) = (width.min(self.width), height.min(self.height));
        Self {
            x: self.x + (self.width - width) / 2,
            y: self.y + (self.height - height) / 2,
            width,
            height,
        }
    }

    /// Whether a cell is in it.
    #[must_use]
    pub fn holds(self, x: u16, y: u16) -> bool {
        x >= self.x && y >= self.y && x - self.x < self.width && y - self.y < self.height
    }

    /// Its width and height as plain numbers.
    #[must_use]
    pub fn size(self) -> (usize, usize) {
        (usize::from(self.width), usize::from(self.height))
    }
}
