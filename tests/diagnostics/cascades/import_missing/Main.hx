class Main {
	static var last:Option<Int> = None;

	static function main() {
		var found:Option<Int> = find(3);
		switch (found) {
			case Some(value): trace(value + 1);
			case None:
		}
		last = found;
	}

	static function find(n:Int):Option<Int> {
		return n > 2 ? Some(n) : None;
	}

	static function all():Array<Option<Int>> {
		return [last, find(1)];
	}
}
