package haxe.ds;

/** Stable in-place sorting: insertion sort of short runs, merged bottom-up through one spare array. **/
class ArraySort {
	static inline final RUN = 12;

	/** Sorts `a` by `cmp` (negative: first argument first); equal elements keep their order. **/
	public static function sort<T>(a:Array<T>, cmp:T->T->Int):Void {
		var length = a.length;
		var start = 0;
		while (start < length) {
			var end = start + RUN < length ? start + RUN : length;
			insertionSort(a, start, end, cmp);
			start = end;
		}
		var spare = a.copy();
		var width = RUN;
		while (width < length) {
			var low = 0;
			while (low + width < length) {
				var high = low + width * 2 < length ? low + width * 2 : length;
				merge(a, spare, low, low + width, high, cmp);
				low = high;
			}
			width *= 2;
		}
	}

	static function insertionSort<T>(a:Array<T>, start:Int, end:Int, cmp:T->T->Int):Void {
		for (i in start + 1...end) {
			var x = a[i];
			var j = i - 1;
			while (j >= start && cmp(a[j], x) > 0) {
				a[j + 1] = a[j];
				j--;
			}
			a[j + 1] = x;
		}
	}

	static function merge<T>(a:Array<T>, spare:Array<T>, low:Int, middle:Int, high:Int, cmp:T->T->Int):Void {
		if (cmp(a[middle - 1], a[middle]) <= 0) return;
		for (i in low...middle) spare[i] = a[i];
		var left = low;
		var right = middle;
		var to = low;
		while (left < middle && right < high) {
			if (cmp(spare[left], a[right]) <= 0) {
				a[to++] = spare[left++];
			} else {
				a[to++] = a[right++];
			}
		}
		while (left < middle) a[to++] = spare[left++];
	}
}
