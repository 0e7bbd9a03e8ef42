extension Float {
    /// The shortest decimal number that reads as this one, in double precision.
    ///
    /// Python computes with doubles before it hands a number to the engine. A decimal literal that
    /// came here as a `Float` gives the same double again, so that results derived from it
    /// (`1 - momentum`) round like Python's.
    var asPythonDouble: Double { Double(description) ?? Double(self) }
}
