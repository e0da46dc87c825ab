class StateAfterThrow {
	static var log:Array<String> = [];
	static function risky(n:Int):Int {
		log.push("in " + n);
		if (n > 1) throw "too big";
		log.push("out " + n);
		return n;
	}
	static function main() {
		var last = -1;
		for (i in 0...4) {
			try {
				last = risky(i);
			} catch (e:String) {
				log.push(e);
				if (i == 3) break;
				continue;
			}
			log.push("kept " + last);
		}
		for (l in log) Sys.println(l);
		Sys.println(last);
		var f = function() {
			try {
				return risky(9);
			} catch (e:Dynamic) {
				return -9;
			}
		};
		Sys.println(f());
	}
}
