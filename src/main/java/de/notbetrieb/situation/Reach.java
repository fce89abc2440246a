package de.notbetrieb.situation;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;

/**
 * What can be reached along arrows, for every node at once: each arrow is followed a fixed number
 * of times, on cycles too, because the nodes of a cycle share what they reach (Tarjan's strongly
 * connected components, without recursion).
 */
final class Reach {
  private final int[][] arrows;
  private final BitSet marked;
  private final int[] order;
  private final int[] low;
  private final int[] next;
  private final BitSet[] reached;
  private final Deque<Integer> open = new ArrayDeque<>();
  private int counter;
  private long visits;

  private Reach(int[][] arrows, BitSet marked) {
    this.arrows = arrows;
    this.marked = marked;
    this.order = new int[arrows.length];
    this.low = new int[arrows.length];
    this.next = new int[arrows.length];
    this.reached = new BitSet[arrows.length];
    for (int i = 0; i < arrows.length; i++) {
      if (order[i] == 0) {
        walk(i);
      }
    }
  }

  /** The marked nodes that each node reaches, itself among them if it is marked. */
  static Reach of(int[][] arrows, BitSet marked) {
    return new Reach(arrows, marked);
  }

  BitSet from(int node) {
    return reached[node];
  }

  long visits() {
    return visits;
  }

  private void walk(int start) {
    Deque<Integer> path = new ArrayDeque<>();
    enter(start, path);
    while (!path.isEmpty()) {
      int node = path.getLast();
      if (next[node] < arrows[node].length) {
        int target = arrows[node][next[node]++];
        visits++;
        if (order[target] == 0) {
          enter(target, path);
        } else if (reached[target] == null) {
          low[node] = Math.min(low[node], order[target]);
        }
      } else {
        path.removeLast();
        if (!path.isEmpty()) {
          low[path.getLast()] = Math.min(low[path.getLast()], low[node]);
        }
        if (low[node] == order[node]) {
          close(node);
        }
      }
    }
  }

  private void enter(int node, Deque<Integer> path) {
    order[node] = ++counter;
    low[node] = counter;
    path.addLast(node);
    open.addLast(node);
  }

  /** All nodes opened since this one are on a cycle with it; whatever they point to is closed. */
  private void close(int first) {
    BitSet shared = new BitSet();
    int node;
    do {
      node = open.removeLast();
      reached[node] = shared;
      if (marked.get(node)) {
        shared.set(node);
      }
      for (int target : arrows[node]) {
        visits++;
        if (reached[target] != null) {
          shared.or(reached[target]);
        }
      }
    } while (node != first);
  }
}
