// Python's operators on lists where Swift's would have to be told of what the elements are.

/// Python's `list * count`: the elements over and over, none for a negative count.
public func repeatedList<Element>(_ list: [Element], count: Int) -> [Element] {
    Array(repeatElement(list, count: max(0, count)).joined())
}

/// Python's `a + b + …` of lists whose elements have a protocol in common.
public func joinedLists<Element>(_ lists: [Element]...) -> [Element] { Array(lists.joined()) }

/// Python's `itertools.accumulate(numbers)`: the sum up to each of the numbers.
public func runningSums(_ numbers: [Int]) -> [Int] {
    var sum = 0
    return numbers.map { number in
        sum &+= number
        return sum
    }
}
