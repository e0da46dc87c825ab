package haxe.internal;

import haxe.io.Bytes;

/** The 32-bit half of SHA-2 (FIPS 180-4, section 6.2): its digests differ in where they start and in their length. **/
class Sha2 {
	static final CONSTANTS = [for (prime in primes(64)) HashBlocks.fraction(Math.pow(prime, 1 / 3))];

	/** The digest's eight words, from the eight that it starts with. **/
	public static function digest(message:Bytes, state:Array<Int>):Array<Int> {
		var words = HashBlocks.words(message, true);
		var block = 0;
		while (block < words.length) {
			addBlock(state, schedule(words, block));
			block += 16;
		}
		return state;
	}

	static function primes(count:Int):Array<Int> {
		var found:Array<Int> = [];
		var candidate = 2;
		while (found.length < count) {
			if (!Lambda.exists(found, prime -> candidate % prime == 0)) found.push(candidate);
			candidate++;
		}
		return found;
	}

	/** One word for each of the 64 steps. **/
	static function schedule(words:Array<Int>, block:Int):Array<Int> {
		var w = words.slice(block, block + 16);
		for (t in 16...64) {
			var early = w[t - 15];
			var late = w[t - 2];
			var first = right(early, 7) ^ right(early, 18) ^ early >>> 3;
			var second = right(late, 17) ^ right(late, 19) ^ late >>> 10;
			w.push(second + w[t - 7] + first + w[t - 16]);
		}
		return w;
	}

	static function addBlock(state:Array<Int>, w:Array<Int>):Void {
		var a = state[0];
		var b = state[1];
		var c = state[2];
		var d = state[3];
		var e = state[4];
		var f = state[5];
		var g = state[6];
		var h = state[7];
		for (t in 0...64) {
			var chosen = (e & f) ^ (~e & g);
			var majority = (a & b) ^ (a & c) ^ (b & c);
			var first = h + (right(e, 6) ^ right(e, 11) ^ right(e, 25)) + chosen + CONSTANTS[t] + w[t];
			var second = (right(a, 2) ^ right(a, 13) ^ right(a, 22)) + majority;
			h = g;
			g = f;
			f = e;
			e = d + first;
			d = c;
			c = b;
			b = a;
			a = first + second;
		}
		state[0] += a;
		state[1] += b;
		state[2] += c;
		state[3] += d;
		state[4] += e;
		state[5] += f;
		state[6] += g;
		state[7] += h;
	}

	static inline function right(value:Int, count:Int):Int {
		return HashBlocks.rotated(value, 32 - count);
	}
}
