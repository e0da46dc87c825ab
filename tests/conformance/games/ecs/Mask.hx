package ecs;

/** A set of small numbers, 32 to a word. **/
@:forward(length)
abstract Mask(Array<Int>) {
	public inline function new() {
		this = [];
	}

	@:from public static function ofAll(numbers:Array<Int>):Mask {
		var mask = new Mask();
		for (number in numbers) mask.add(number);
		return mask;
	}

	public function add(number:Int):Void {
		var word = number >> 5;
		while (this.length <= word) this.push(0);
		this[word] |= 1 << (number & 31);
	}

	public function remove(number:Int):Void {
		var word = number >> 5;
		if (word < this.length) this[word] &= ~(1 << (number & 31));
	}

	@:arrayAccess public function contains(number:Int):Bool {
		var word = number >> 5;
		return word < this.length && this[word] & (1 << (number & 31)) != 0;
	}

	public function containsAll(other:Mask):Bool {
		for (index => word in other.words()) {
			var own = index < this.length ? this[index] : 0;
			if (own & word != word) return false;
		}
		return true;
	}

	public function meets(other:Mask):Bool {
		for (index => word in other.words()) {
			if (index < this.length && this[index] & word != 0) return true;
		}
		return false;
	}

	public function clear():Void {
		for (index in 0...this.length) this[index] = 0;
	}

	public inline function words():Array<Int> {
		return this;
	}

	public function iterator():Iterator<Int> {
		return [for (number in 0...this.length * 32) if (contains(number)) number].iterator();
	}

	public function toString():String {
		return '{${[for (number in iterator()) number].join(" ")}}';
	}
}
